//! The fields of the contact form: which there are, what is proposed in them, what stands beside
//! them. Absent on purpose: what may be saved (`save.rs`).

use super::{ContactForm, words};
use crate::{
    domain::{
        contact::{Asked, Channel, NextChoice, Outcome, Party, Purpose, Reason},
        dates,
        offer::OfferKind,
        recommendation::Response,
    },
    text::Lang,
    ui::{
        cx::Cx,
        widgets::{Field, FieldKind, Form},
        words::people,
    },
};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

pub(super) const OVERRIDE: &str = "override";
pub(super) const RESPONSE: &str = "response";
pub(super) const CHANNEL: &str = "channel";
pub(super) const OUTCOME: &str = "outcome";
pub(super) const REASON: &str = "reason";
pub(super) const NEXT: &str = "next";
pub(super) const NEXT_ON: &str = "next_on";
pub(super) const NOTE: &str = "note";
pub(super) const PARTY: &str = "party";
pub(super) const PURPOSES: &str = "purposes";
pub(super) const PLACE: &str = "place";
pub(super) const AT: &str = "at";
pub(super) const WHY: &str = "why";

/// After this many days a late entry says why.
pub(super) const LATE_DAYS: i64 = 3;
/// From so many minutes on, the time at which a form was begun is no longer called now.
const STALE_MINUTES: i64 = 5;
/// So many calls in a row without answer, and another way is proposed.
const UNANSWERED: usize = 3;

/// Ready answers for the next contact.
const NEXT_WORDS: &[(char, &str, &str)] = &[
    ('1', "明天", "tomorrow"),
    ('2', "三天", "3 days"),
    ('3', "一周", "a week"),
    ('4', "两周", "2 weeks"),
    ('5', "一月", "a month"),
    ('6', "三月", "3 months"),
    ('7', "半年", "6 months"),
    ('8', "开班前一天", "day before it starts"),
    ('9', "自定", "type a day"),
    ('0', "不再约", "not again"),
];

macro_rules! answers {
    ($list:ident, $lang:expr) => {
        $list::ALL
            .iter()
            .filter_map(|value| Some((value.digit()?, value.label($lang))))
            .collect::<Vec<_>>()
    };
}

/// The fields in their order. `day_before` says whether the opening day of a class is known.
pub(super) fn form(lang: Lang, recommends: bool, corrects: bool, day_before: bool) -> Form {
    let next = NEXT_WORDS
        .iter()
        .filter(|(digit, _, _)| *digit != '8' || day_before)
        .map(|(digit, zh, en)| (*digit, lang.pick(zh, en)))
        .collect();
    let mut fields = Vec::new();
    if recommends {
        fields.push(Field::text(OVERRIDE, words::override_reason(lang), ""));
        let responses = answers!(Response, lang);
        fields.push(Field::choice(
            RESPONSE,
            words::response(lang),
            responses,
            false,
        ));
    }
    fields.extend([
        Field::choice(
            CHANNEL,
            words::channel(lang),
            answers!(Channel, lang),
            false,
        ),
        Field::choice(
            OUTCOME,
            words::outcome(lang),
            answers!(Outcome, lang),
            false,
        ),
        Field::choice(REASON, words::reason(lang), answers!(Reason, lang), false),
        Field::choice(NEXT, words::next(lang), next, false),
        Field::text(NEXT_ON, words::next_on(lang), ""),
        Field::text(NOTE, words::note(lang), ""),
        Field::choice(PARTY, words::party(lang), answers!(Party, lang), false),
        Field::choice(
            PURPOSES,
            words::purposes(lang),
            answers!(Purpose, lang),
            true,
        ),
        Field::text(PLACE, words::place(lang), ""),
        Field::text(AT, words::at(lang), ""),
    ]);
    if corrects {
        fields.push(Field::text(WHY, words::why(lang), ""));
    }
    Form::new(fields)
}

/// The day that an answer to 下次 means.
pub(super) enum NextDay {
    /// Not answered, or nothing typed.
    Missing,
    /// Typed, and not a day.
    Unreadable,
    /// No further contact.
    Never,
    /// This day.
    On(NaiveDate),
}

impl ContactForm {
    /// When the contact took place; `None` where the text is no time.
    pub(super) fn when(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let text = self.form.value(AT);
        if text.trim().is_empty() {
            return Some(self.began);
        }
        if let Some(old) = &self.corrects
            && written(old.at) == text.trim()
        {
            return Some(old.at);
        }
        let read: NaiveDateTime = dates::parse_when(&text, now.naive_local())?;
        read.and_local_timezone(*now.offset()).single()
    }

    /// What 下次 means, seen from `today`.
    pub(super) fn next_day(&self, today: NaiveDate) -> NextDay {
        let Some(digit) = self.form.digit(NEXT) else {
            return NextDay::Missing;
        };
        match NextChoice::from_digit(digit) {
            Some(NextChoice::Never) => NextDay::Never,
            Some(NextChoice::Typed) => self.typed_day(today),
            Some(choice) => choice.day(today).map_or(NextDay::Missing, NextDay::On),
            None => self.starts(today).map_or(NextDay::Missing, |start| {
                NextDay::On(day_before(start, today))
            }),
        }
    }

    /// A counted day (`3天`) skips the weekend as the ready answers do; a named day stands.
    fn typed_day(&self, today: NaiveDate) -> NextDay {
        let text = self.form.value(NEXT_ON);
        if text.trim().is_empty() {
            return NextDay::Missing;
        }
        dates::parse_promise(&text, today).map_or(NextDay::Unreadable, NextDay::On)
    }

    fn offers_course(&self) -> bool {
        let offer = self.offer.as_ref();
        offer.is_some_and(|offer| offer.offer.kind() == OfferKind::Courses)
    }

    /// The opening day of the recommended class, where it is known and still to come.
    pub(super) fn starts(&self, today: NaiveDate) -> Option<NaiveDate> {
        let offer = self.offer.as_ref().filter(|_| self.offers_course())?;
        dates::parse_date(&offer.terms).filter(|start| *start > today)
    }

    /// What follows from a changed answer: proposals in fields that nobody filled by hand, and the
    /// field that asks next.
    pub(super) fn follow_up(&mut self, changed: &'static str, cx: &Cx<'_>) {
        self.by_hand.insert(changed);
        match changed {
            RESPONSE => self.propose_of_response(cx),
            OUTCOME => self.propose_of_outcome(),
            _ => {}
        }
        self.refresh(cx);
        let asks_next = match changed {
            OUTCOME | RESPONSE if self.is_asked(REASON) => Some(REASON),
            NEXT if self.is_asked(NEXT_ON) => Some(NEXT_ON),
            _ => None,
        };
        if let Some(field) = asks_next {
            self.form.focus_on(field);
        }
    }

    /// Seen and still without an answer.
    fn is_asked(&self, field: &str) -> bool {
        self.form
            .field(field)
            .is_some_and(|field| !field.hidden && field.value().is_empty())
    }

    fn propose(&mut self, field: &'static str, value: &str) {
        if self.by_hand.contains(field) || self.corrects.is_some() {
            return;
        }
        if let Some(field) = self.form.field_mut(field) {
            field.set(value);
        }
    }

    fn propose_of_response(&mut self, cx: &Cx<'_>) {
        let soon = if self.starts(cx.today()).is_some() {
            "8"
        } else {
            "2"
        };
        let answer = self.form.digit(RESPONSE).and_then(Response::from_digit);
        let (outcome, next) = match answer {
            // Who is willing to learn is enrolled (报名); a firm still has to answer.
            Some(Response::Willing) if self.offers_course() => (Outcome::SignedUp, soon),
            Some(Response::Willing) => (Outcome::Interested, soon),
            Some(Response::Undecided) => (Outcome::CallLater, "2"),
            Some(Response::Unwilling) => (Outcome::Declined, "5"),
            None => return,
        };
        let digit = outcome.digit().map(String::from).unwrap_or_default();
        self.propose(OUTCOME, &digit);
        self.propose(NEXT, next);
    }

    fn propose_of_outcome(&mut self) {
        let (next, somebody) = match self.outcome() {
            Some(Outcome::NoAnswer) => ("1", false),
            Some(Outcome::WrongNumber) => ("", false),
            Some(Outcome::LeftService) => ("0", true),
            _ => ("", true),
        };
        if self.offer.is_none() || !next.is_empty() {
            self.propose(NEXT, next);
        }
        let party = if somebody { self.usual_party } else { "" };
        self.propose(PARTY, party);
    }

    pub(super) fn outcome(&self) -> Option<Outcome> {
        self.form.digit(OUTCOME).and_then(Outcome::from_digit)
    }

    /// Which fields are asked, and what stands beside them.
    pub(super) fn refresh(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        let today = cx.today();
        let declined = self
            .outcome()
            .is_some_and(|outcome| outcome.asks().contains(&Asked::Reason));
        let typed = self.form.digit(NEXT) == Some('9');
        let needs_ground = self.needs_ground();
        let next = match self.next_day(today) {
            NextDay::On(day) => on_day(lang, day, today),
            NextDay::Unreadable => words::bad_next(lang).into_owned(),
            NextDay::Missing | NextDay::Never => String::new(),
        };
        let next = if self.by_hand.contains(NEXT) || next.is_empty() || self.corrects.is_some() {
            next
        } else {
            words::proposed(lang, &next).into_owned()
        };
        let nobody = matches!(
            self.outcome(),
            Some(Outcome::NoAnswer | Outcome::WrongNumber)
        );
        let unanswered = self.unanswered + usize::from(self.outcome() == Some(Outcome::NoAnswer));
        let outcome = if unanswered >= UNANSWERED && nobody {
            words::not_answered(lang, unanswered).into_owned()
        } else {
            String::new()
        };
        let note = if self.outcome() == Some(Outcome::Working) {
            words::where_working(lang).into_owned()
        } else {
            String::new()
        };
        let party = if nobody && self.form.value(PARTY).is_empty() {
            words::nobody_answered(lang).into_owned()
        } else {
            String::new()
        };
        let at = self.at_remark(cx);
        let ground = words::override_hint(lang).into_owned();
        for field in &mut self.form.fields {
            match field.name {
                OVERRIDE => field.hidden = !needs_ground,
                REASON => field.hidden = !declined,
                NEXT_ON => field.hidden = !typed,
                _ => {}
            }
            let remark = match field.name {
                NEXT if !typed => &next,
                NEXT_ON => &next,
                OUTCOME => &outcome,
                NOTE => &note,
                PARTY => &party,
                AT => &at,
                OVERRIDE => &ground,
                _ => continue,
            };
            field.remark.clone_from(remark);
        }
    }

    fn at_remark(&self, cx: &Cx<'_>) -> String {
        let lang = cx.lang;
        let clock = |at: DateTime<FixedOffset>| at.format("%H:%M").to_string();
        if self.form.value(AT).trim().is_empty() && self.began.date_naive() == cx.today() {
            let began = clock(self.began);
            // A form that was taken up again keeps the time at which it was begun.
            return if (cx.moment.now - self.began).num_minutes() >= STALE_MINUTES {
                words::began_at(lang, &began).into_owned()
            } else {
                words::now_is(lang, &began).into_owned()
            };
        }
        let Some(at) = self.when(cx.moment.now) else {
            return words::bad_at(lang).into_owned();
        };
        if self.corrects.as_ref().is_some_and(|old| old.at == at) {
            return String::new();
        }
        let day = at.date_naive();
        let shown = written(at);
        match (cx.today() - day).num_days() {
            days if days > LATE_DAYS => words::late_why(lang, &shown).into_owned(),
            1.. => words::late(lang, &shown).into_owned(),
            _ if at > cx.moment.now => words::future_at(lang).into_owned(),
            _ => words::today_at(lang, &clock(at)).into_owned(),
        }
    }
}

/// A time as the form writes it.
pub(super) fn written(at: DateTime<FixedOffset>) -> String {
    dates::day_and_hour(at)
}

fn on_day(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let date = people::day(lang, day, today);
    let weekday = people::weekday(lang, day);
    if date == weekday {
        return words::on_day(lang, &day.format("%m-%d").to_string(), weekday).into_owned();
    }
    words::on_day(lang, &date, weekday).into_owned()
}

/// The last working day before a class begins, but not in the past.
fn day_before(start: NaiveDate, today: NaiveDate) -> NaiveDate {
    let mut day = start;
    while let Some(earlier) = day.pred_opt() {
        day = earlier;
        if dates::working_day_on_or_after(day) == day {
            break;
        }
    }
    day.max(today)
}

/// True where a field is answered by digits.
pub(super) fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice { .. })
}
