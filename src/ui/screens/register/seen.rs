//! Were they seen before? What was typed beside each record that may be the same person, and the
//! three answers: open that record, it is somebody else, write what was typed into it.

use super::{Register, Waiting, words};
use crate::{
    domain::{
        candidate::{Candidate, Ground},
        person::{PersonField, PersonRecord},
    },
    effect::Ask,
    text::{Lang, fold::half_width, width},
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Common, Edit, Screen, Step},
        screens::Route,
        widgets::{Line, List, put, rule_titled, window},
        words::people,
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

/// The comparison that is open.
#[derive(Debug, Clone)]
pub(super) struct Compare {
    /// What was typed.
    typed: PersonRecord,
    /// Which of the candidates is looked at.
    at: usize,
    /// The fields that are to be written, while that is asked.
    update: Option<Update>,
}

/// Fields in which the typed words say something else, and which of them are marked.
#[derive(Debug, Clone)]
struct Update {
    fields: Vec<(PersonField, bool)>,
    list: List,
}

/// What tells people apart, shown side by side.
const SHOWN: [PersonField; 9] = [
    PersonField::Name,
    PersonField::IdNumber,
    PersonField::DoubtfulId,
    PersonField::Sex,
    PersonField::BirthDate,
    PersonField::Phone,
    PersonField::Town,
    PersonField::Village,
    PersonField::Wishes,
];

/// Fields that are a record's own.
const OWN: [PersonField; 5] = [
    PersonField::Reference,
    PersonField::State,
    PersonField::StateSince,
    PersonField::StateReason,
    PersonField::FormerRefs,
];

/// The fields that a record may take over from another: known there, and different. Marked are those
/// that it lacks.
pub(crate) fn differing(there: &PersonRecord, from: &PersonRecord) -> Vec<(PersonField, bool)> {
    PersonField::ALL
        .iter()
        .copied()
        .filter(|field| !OWN.contains(field) && field.is_known(from) && !field.is_same(there, from))
        .map(|field| (field, !field.is_known(there)))
        .collect()
}

impl Register {
    pub(super) fn open_compare(&mut self, cx: &Cx<'_>) -> Step {
        match self.record(cx.lang, cx.today()) {
            Ok(typed) => {
                self.compare = Some(Compare {
                    typed,
                    at: 0,
                    update: None,
                });
                Step::stay()
            }
            Err(gap) => Step::say(Notice::warning(gap.words)),
        }
    }

    fn candidate(&self) -> Option<&Candidate> {
        self.seen.get(self.compare.as_ref()?.at)
    }

    pub(super) fn compare_common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let (count, page) = (self.seen.len(), usize::from(cx.body.1 / 2));
        let Some(compare) = &mut self.compare else {
            return Step::stay();
        };
        if let Some(update) = &mut compare.update {
            match common {
                Common::Back => compare.update = None,
                Common::Open => return self.compare_save(cx),
                other => {
                    update.list.shift(other, update.fields.len(), page);
                }
            }
            return Step::stay();
        }
        match common {
            Common::Back => self.compare = None,
            Common::Up => compare.at = compare.at.saturating_sub(1),
            Common::Down | Common::NextField => compare.at = (compare.at + 1).min(count - 1),
            _ => return Step::say(Notice::info(words::digits_answer(cx.lang))),
        }
        Step::stay()
    }

    pub(super) fn compare_typed(&mut self, edit: &Edit, cx: &Cx<'_>) -> Step {
        let Edit::Insert(c) = edit else {
            return Step::stay();
        };
        let Some(candidate) = self.candidate().cloned() else {
            return Step::stay();
        };
        let Some(compare) = &mut self.compare else {
            return Step::stay();
        };
        if let Some(update) = &mut compare.update {
            if half_width(*c) == ' '
                && let Some((_, marked)) = update.fields.get_mut(update.list.selected)
            {
                *marked = !*marked;
                let len = update.fields.len();
                update.list.shift(Common::Down, len, 1);
            }
            return Step::stay();
        }
        match half_width(*c) {
            '1' => Step::open(Route::Person(candidate.person.id)),
            '2' if self
                .seen
                .iter()
                .any(|c| c.grounds.contains(&Ground::SameId)) =>
            {
                Step::say(Notice::warning(words::seen_same_id(cx.lang)))
            }
            '2' => self.register(cx),
            '3' => {
                let fields = differing(&candidate.person.record, &compare.typed);
                if fields.is_empty() {
                    return Step::say(Notice::info(words::update_none(cx.lang)));
                }
                compare.update = Some(Update {
                    fields,
                    list: List::default(),
                });
                Step::stay()
            }
            _ => Step::say(Notice::info(words::digits_answer(cx.lang))),
        }
    }

    /// Writes the marked fields into the record that is looked at.
    pub(super) fn compare_save(&mut self, cx: &Cx<'_>) -> Step {
        let Some(candidate) = self.candidate().cloned() else {
            return Step::stay();
        };
        let Some((compare, update)) = self
            .compare
            .as_ref()
            .and_then(|compare| Some((compare, compare.update.as_ref()?)))
        else {
            return Step::say(Notice::info(words::digits_answer(cx.lang)));
        };
        let was = candidate.person.record;
        let mut now = was.clone();
        for (field, _) in update.fields.iter().filter(|(_, marked)| *marked) {
            field.take(&compare.typed, &mut now);
        }
        if now == was {
            return Step::say(Notice::info(words::update_none(cx.lang)));
        }
        self.waiting = Waiting::Saved;
        Step::ask(Ask::EditPerson {
            id: candidate.person.id,
            was: Box::new(was),
            now: Box::new(now),
            draft: Some(self.draft),
        })
    }

    /// Who may be the same person, in one line; empty where nobody is.
    pub(super) fn seen_line(&self, cx: &Cx<'_>) -> String {
        let Some(candidate) = self.seen.iter().find(|c| c.asks()) else {
            return String::new();
        };
        let who = people::named(cx.lang, &candidate.summary);
        let ground = candidate.grounds.first().map_or("", |g| g.label(cx.lang));
        words::seen_line(cx.lang, &who, ground, &cx.key(Self::NAME, "compare")).into_owned()
    }

    pub(super) fn draw_compare(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        let (Some(compare), Some(candidate)) = (&self.compare, self.candidate()) else {
            return;
        };
        let line = |at: u16| Rect {
            y: area.y + at,
            height: u16::from(at < area.height),
            ..area
        };
        let lang = cx.lang;
        let heads = (words::typed_column(lang), words::there_column(lang));
        let sides = [
            (heads.0.as_ref(), &compare.typed),
            (heads.1.as_ref(), &candidate.person.record),
        ];
        let who = people::named(lang, &candidate.summary);
        if let Some(update) = &compare.update {
            rule_titled(
                buf,
                line(0),
                &words::update_title(lang, &who),
                true,
                cx.theme,
            );
            let rows = Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(2),
                ..area
            };
            let marked: Vec<(PersonField, Option<bool>)> = update
                .fields
                .iter()
                .map(|(field, mark)| (*field, Some(*mark)))
                .collect();

            table(cx, &marked, sides, Some(update.list.selected), rows, buf);
            let keys = words::update_keys(lang, &cx.key(Self::NAME, "save"));
            put(
                buf,
                line(area.height.saturating_sub(1)),
                &format!(" {keys}"),
                cx.theme.dim,
            );
            return;
        }
        let title = format!(
            "{} {}/{}",
            words::seen_title(lang),
            compare.at + 1,
            self.seen.len()
        );
        rule_titled(buf, line(0), &title, true, cx.theme);
        let grounds: Vec<&str> = candidate.grounds.iter().map(|g| g.label(lang)).collect();
        let told = format!(
            " {}  {}  {}",
            who,
            candidate.summary.state.label(lang),
            grounds.join(lang.pick("；", "; "))
        );
        put(buf, line(1), &told, cx.theme.unknown);
        let rows = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(4),
            ..area
        };
        let shown: Vec<(PersonField, Option<bool>)> = SHOWN
            .into_iter()
            .filter(|f| f.is_known(&compare.typed) || f.is_known(&candidate.person.record))
            .map(|field| (field, None))
            .collect();
        table(cx, &shown, sides, None, rows, buf);
        let keys = width::wrap(
            &words::seen_keys(lang),
            usize::from(area.width).saturating_sub(2),
        );
        for (at, text) in (0u16..).zip(keys.iter().take(2)) {
            put(
                buf,
                line(area.height.saturating_sub(2) + at),
                &format!(" {text}"),
                cx.theme.dim,
            );
        }
    }
}

/// Field by field: one record, the other; what differs is marked.
pub(crate) fn table(
    cx: &Cx<'_>,
    fields: &[(PersonField, Option<bool>)],
    [(left_head, left), (right_head, right)]: [(&str, &PersonRecord); 2],
    selected: Option<usize>,
    area: Rect,
    buf: &mut Buffer,
) {
    let lang: Lang = cx.lang;
    let labels = fields
        .iter()
        .map(|(f, _)| width::cells(f.label(lang)))
        .max()
        .unwrap_or(0);
    let half = usize::from(area.width).saturating_sub(labels + 9) / 2;
    let mut y = area.y;
    let mut next = || {
        let row = Rect {
            y,
            height: u16::from(y < area.bottom()),
            ..area
        };
        y += 1;
        row
    };
    Line::new(buf, next())
        .column("", labels + 4, cx.theme.dim)
        .column(left_head, half, cx.theme.dim)
        .column(right_head, half, cx.theme.dim);
    let height = usize::from(area.height.saturating_sub(1));
    for at in window(fields.len(), selected.unwrap_or(0), height) {
        let (field, mark) = fields[at];
        let row = next();
        let style = if selected == Some(at) {
            cx.theme.selected
        } else {
            cx.theme.text
        };
        buf.set_style(row, style);
        let sign = match mark {
            Some(true) => "[x]",
            Some(false) => "[ ]",
            None if field.is_same(left, right) => " = ",
            None => "   ",
        };
        Line::new(buf, row)
            .column(sign, 3, style)
            .column(field.label(lang), labels, style)
            .column(&field.words(left, lang), half, style)
            .column(&field.words(right, lang), half, style);
    }
}
