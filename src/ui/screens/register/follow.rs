//! What follows from an answer: which questions arise, what stands beside and below the fields, what
//! is asked about them.

use super::{
    Mode, Register,
    fields::{self, GROUP_LINES, GROUPS},
    groups,
    read::{self, IdTyped},
    words,
};
use crate::{
    domain::{
        dates,
        group::Group,
        hint::HintQuery,
        id_number::{IdNumber, IdNumberError},
        person::PersonField as F,
    },
    effect::Ask,
    text::{Lang, fold::fold_width},
    ui::{cx::Cx, screen::Step},
};
use chrono::{Datelike, NaiveDate};

impl Register {
    /// The whole number where it was typed; none where it is masked or does not check.
    pub(super) fn id_number(&self) -> Option<IdNumber> {
        if self.is_masked(F::IdNumber.code()) {
            return self.base.id_number;
        }
        match read::id_typed(&self.form.value(F::IdNumber.code())) {
            IdTyped::Valid(number, _) => Some(number),
            _ => None,
        }
    }

    /// Whether a number of the record still stands there, masked.
    pub(super) fn is_masked(&self, field: &str) -> bool {
        let value = self.form.value(field);
        let same = |(name, shown): &(&'static str, String)| *name == field && *shown == value;
        !value.is_empty() && self.masked.iter().any(same)
    }

    pub(super) fn birth(&self, today: NaiveDate) -> Option<NaiveDate> {
        let by_id = self.id_number().map(|number| number.birth_date());
        by_id.or_else(|| read::day(&self.form.value(F::BirthDate.code()), today))
    }

    pub(super) fn age(&self, today: NaiveDate) -> Option<i32> {
        let birth = self.birth(today).filter(|birth| *birth <= today)?;
        Some(dates::age_on(birth, today))
    }

    pub(super) fn group_kinds(&self) -> Vec<Group> {
        self.groups
            .iter()
            .map(|membership| membership.group)
            .collect()
    }

    /// After a field got another value.
    pub(super) fn changed(&mut self, name: &'static str, cx: &Cx<'_>) -> Step {
        self.by_hand.insert(name);
        if name == F::IdNumber.code() {
            self.fill_by_id();
        }
        self.refresh(cx);
        self.ask_hints(cx)
    }

    /// Birth date and sex follow from the number.
    fn fill_by_id(&mut self) {
        let Some(number) = self.id_number() else {
            return;
        };
        let digit = number.sex().digit().map(String::from).unwrap_or_default();
        for (field, value) in [
            (F::BirthDate, number.birth_date().to_string()),
            (F::Sex, digit),
        ] {
            if let Some(field) = self.form.field_mut(field.code()) {
                field.set(&value);
            }
        }
    }

    /// Asks what is known of the words that stand in the fields, where they changed.
    pub(super) fn ask_hints(&mut self, cx: &Cx<'_>) -> Step {
        let number = self.id_number();
        let query = HintQuery {
            origin: number.map(|n| n.origin().to_owned()).unwrap_or_default(),
            birth_year: number.map_or_else(|| cx.today().year(), |n| n.birth_date().year()),
            town: self.form.value(F::Town.code()),
            village: self.form.value(F::Village.code()),
            wishes: self.form.value(F::Wishes.code()),
        };
        if query == self.asked {
            return Step::stay();
        }
        self.asked = query.clone();
        Step::ask(Ask::Hints(query))
    }

    /// Asks who may be the same person, where what tells people apart is new. Nothing waits for it.
    pub(super) fn ask_seen(&mut self, cx: &Cx<'_>) -> Step {
        let Ok(record) = self.record(cx.lang, cx.today()) else {
            return Step::stay();
        };
        let tells =
            record.id_number.is_some() || record.phone.is_some() || record.birth_date.is_some();
        let facts = Some((
            record.name.clone(),
            record.id_number,
            record.birth_date,
            record.phone.clone(),
            record.town.clone(),
        ));
        if matches!(self.mode, Mode::Edit(_)) || !tells || self.looked == facts {
            return Step::stay();
        }
        self.looked = facts;
        Step::ask(Ask::Candidates {
            record: Box::new(record),
            except: None,
        })
    }

    /// Which fields are asked, and what stands beside and below them.
    pub(super) fn refresh(&mut self, cx: &Cx<'_>) {
        let (lang, today) = (cx.lang, cx.today());
        let kinds = self.group_kinds();
        let age = self.age(today);
        let minor = age.is_some_and(|age| age < crate::domain::person::ADULT_AGE);
        let quick = matches!(self.mode, Mode::Fair(_));
        for (at, line) in GROUP_LINES.iter().enumerate() {
            let label = self.groups.get(at).map(|m| match lang {
                Lang::Zh => format!("  {}", m.group.short_zh()),
                Lang::En => format!("  {}", m.group.label(lang)),
            });
            if let (Some(field), Some(label)) = (self.form.field_mut(line), label) {
                field.label = label;
            }
        }
        let names: Vec<&'static str> = self.form.fields.iter().map(|field| field.name).collect();
        for name in names {
            let asked = fields::is_asked(&self.form, &kinds, minor, quick, name);
            let (remark, under) = self.said_of(name, cx, age);
            if let Some(field) = self.form.field_mut(name) {
                field.hidden = !asked;
                field.remark = remark;
                field.under = under;
            }
        }
    }

    /// What stands beside a field, and below it while it has the focus.
    fn said_of(&self, name: &'static str, cx: &Cx<'_>, age: Option<i32>) -> (String, String) {
        let (lang, today) = (cx.lang, cx.today());
        let value = self.form.value(name);
        let text = value.trim();
        let nothing = String::new;
        if let Some(at) = GROUP_LINES.iter().position(|line| *line == name) {
            return self.said_of_group(at, text, lang, today);
        }
        if name == GROUPS {
            let words = groups::choices(lang, text, self.groups.len() >= GROUP_LINES.len());
            return (nothing(), words);
        }
        let Some(field) = F::ALL.iter().copied().find(|field| field.code() == name) else {
            return (nothing(), nothing());
        };
        match field {
            F::IdNumber => self.said_of_id(text, lang, today),
            F::BirthDate => {
                let remark = match (self.id_number(), read::day(text, today)) {
                    _ if text.is_empty() => nothing(),
                    (_, None) => words::bad_day(lang).into_owned(),
                    (Some(id), Some(day)) if id.birth_date() != day => {
                        words::birth_differs(lang).into_owned()
                    }
                    (Some(_), Some(_)) => words::birth_by_id(lang).into_owned(),
                    (None, Some(day)) if day > today => words::future_birth(lang).into_owned(),
                    (None, Some(_)) => age
                        .map(|age| crate::ui::words::people::years(lang, age).into_owned())
                        .unwrap_or_default(),
                };
                let young = age
                    .filter(|age| *age < 16)
                    .map(|_| words::too_young(lang).into_owned());
                (remark, young.unwrap_or_default())
            }
            F::Phone | F::Phone2 => {
                let other = self.seen.iter().find(|c| !c.asks());
                let words = if self.is_masked(name) {
                    words::phone_kept(lang).into_owned()
                } else if self.phone(field, text).is_err() {
                    words::bad_phone(lang).into_owned()
                } else if let Some(other) = other.filter(|_| field == F::Phone && !text.is_empty())
                {
                    words::phone_hint(lang, &other.summary.name).into_owned()
                } else {
                    nothing()
                };
                (nothing(), words)
            }
            F::Town => self.said_of_town(text, lang),
            F::Village
                if !self.hints.villages.is_empty()
                    && !self.hints.villages.iter().any(|v| v == text) =>
            {
                (
                    nothing(),
                    words::pick(lang, &numbered(self.hints.villages.iter())).into_owned(),
                )
            }
            F::Wishes => {
                let current = self.hints.query.wishes == value;
                let words = match (text.is_empty(), self.hints.understood.is_empty()) {
                    (true, _) => nothing(),
                    (false, true) if current => words::not_understood(lang).into_owned(),
                    (false, true) => nothing(),
                    (false, false) => {
                        words::understood(lang, &self.hints.understood.join("、")).into_owned()
                    }
                };
                (nothing(), words)
            }
            F::Guardian => {
                let remark = age.map(|age| words::minor(lang, age).into_owned());
                (
                    remark.filter(|_| text.is_empty()).unwrap_or_default(),
                    words::guardian(lang).into_owned(),
                )
            }
            F::GraduatedOn
            | F::UnemployedSince
            | F::SubsidyJudgedOn
            | F::IdSeenOn
            | F::ConsentOn
            | F::StateSince => {
                let bad = !text.is_empty() && read::day(text, today).is_none();
                (
                    nothing(),
                    if bad {
                        words::bad_day(lang).into_owned()
                    } else {
                        nothing()
                    },
                )
            }
            F::RegDate if text.is_empty() => (words::proposed_today(lang).into_owned(), nothing()),
            F::Schooling => (
                self.as_recorded(&self.base.schooling.text, text, lang),
                nothing(),
            ),
            F::WorkStatus => (
                self.as_recorded(&self.base.work_status.text, text, lang),
                nothing(),
            ),
            F::TrainingWish => (
                self.as_recorded(&self.base.training_wish.text, text, lang),
                nothing(),
            ),
            _ => (nothing(), nothing()),
        }
    }

    /// Words of a roster that no answer stands for.
    fn as_recorded(&self, written: &str, answer: &str, lang: Lang) -> String {
        if answer.is_empty() && !written.is_empty() {
            words::as_recorded(lang, written).into_owned()
        } else {
            String::new()
        }
    }

    fn said_of_group(
        &self,
        at: usize,
        text: &str,
        lang: Lang,
        today: NaiveDate,
    ) -> (String, String) {
        let Some(membership) = self.groups.get(at) else {
            return (String::new(), String::new());
        };
        let remark = match membership.with_line(text) {
            Err(crate::domain::group::LineProblem::Day(word)) => {
                words::bad_group_day(lang, &word).into_owned()
            }
            Err(crate::domain::group::LineProblem::Order) => {
                words::bad_group_order(lang).into_owned()
            }
            Ok(read) => match read.to {
                Some(to) if to < today => words::group_ended(lang, &to.to_string()).into_owned(),
                None if read.from.is_some() => words::group_open(lang).into_owned(),
                _ => String::new(),
            },
        };
        (remark, words::group_line(lang).into_owned())
    }

    fn said_of_town(&self, text: &str, lang: Lang) -> (String, String) {
        if let Some(place) = self.place.as_ref().filter(|place| place.name == text) {
            return (format!("{}{}", place.city, place.county), String::new());
        }
        let towns = &self.hints.towns;
        if text.is_empty() || self.hints.query.town.trim() != text {
            return (String::new(), String::new());
        }
        if towns.is_empty() {
            return (words::town_typed(lang).into_owned(), String::new());
        }
        let shown = towns
            .iter()
            .map(|t| format!("{}({}{})", t.name, t.city, t.county));
        (
            String::new(),
            words::pick(lang, &numbered(shown)).into_owned(),
        )
    }

    /// The number in words: what is right with it, or what is wrong.
    fn said_of_id(&self, text: &str, lang: Lang, today: NaiveDate) -> (String, String) {
        if self.is_masked(F::IdNumber.code()) {
            return (String::new(), words::id_kept(lang).into_owned());
        }
        let said = match read::id_typed(text) {
            IdTyped::Nothing => words::id_missing(lang).into_owned(),
            IdTyped::Strange => words::no_id(lang).into_owned(),
            IdTyped::Valid(number, _) if number.birth_date() > today => {
                words::id_future(lang).into_owned()
            }
            IdTyped::Valid(number, fifteen) => {
                let mut said = String::new();
                if fifteen {
                    said.push_str(&words::id_fifteen(lang, number.tail()));
                }
                let origin = match &self.hints.origin {
                    Some(name) if self.hints.query.origin == number.origin() => name.clone(),
                    _ if self.hints.query.origin == number.origin() => {
                        words::origin_unknown(lang, number.origin()).into_owned()
                    }
                    _ => words::origin_asked(lang).into_owned(),
                };
                let birth = number.birth_date();
                said.push_str(&words::id_right(
                    lang,
                    &birth.to_string(),
                    number.sex().label(lang),
                    dates::age_on(birth, today),
                    &origin,
                ));
                said
            }
            IdTyped::Doubtful(doubtful) => match doubtful.error() {
                IdNumberError::Checksum { expected } => {
                    words::id_wrong_check(lang, &expected.to_string()).into_owned()
                }
                IdNumberError::BirthDate => words::id_wrong_birth(lang).into_owned(),
                IdNumberError::Length if completed(text).is_some() => {
                    words::id_x(lang).into_owned()
                }
                IdNumberError::Length => {
                    words::id_short(lang, doubtful.as_str().len()).into_owned()
                }
            },
        };
        (String::new(), said)
    }
}

/// `1石岐街道 2沙溪镇`.
pub(super) fn numbered(items: impl Iterator<Item = impl AsRef<str>>) -> String {
    let shown: Vec<String> = items
        .enumerate()
        .map(|(at, item)| format!("{}{}", at + 1, item.as_ref()))
        .collect();
    shown.join(" ")
}

/// The whole number where 17 digits stand there whose check digit is X: an input method keeps the X
/// of a scanner in its own window.
pub(super) fn completed(text: &str) -> Option<String> {
    let digits = fold_width(text.trim());
    let id = IdNumber::from_body(&digits).ok()?;
    id.as_str().ends_with('X').then(|| id.as_str().to_owned())
}
