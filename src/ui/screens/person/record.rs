//! What is recorded of a person, field by field; what is not known says so.

use super::{
    Pane, Person,
    panes::{row_style, rows, told},
    words,
};
use crate::{
    domain::{
        person::{PersonField, PersonRecord, PersonState},
        written::Written,
    },
    text::{Lang, width},
    ui::{cx::Cx, widgets::Line, words::people},
};
use ratatui::{buffer::Buffer, layout::Rect};

pub(super) fn draw(person: &Person, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let lines = record_lines(person, cx);
    let labels = lines
        .iter()
        .map(|line| width::cells(&line.label))
        .max()
        .unwrap_or(0);
    for (row, at) in rows(person, Pane::Record, lines.len(), area) {
        let (sign, style) = row_style(person, cx, Pane::Record, row);
        buf.set_style(at, style);
        let line = &lines[row];
        Line::new(buf, at)
            .text(sign, style)
            .column(&line.label, labels, style)
            .text(&line.value, style);
    }
}

/// A field of the record as it is shown.
pub(super) struct RecordLine {
    pub(super) label: String,
    pub(super) value: String,
    /// Something is on record; else the value says that it is not.
    pub(super) known: bool,
}

impl RecordLine {
    fn new(lang: Lang, label: String, value: String) -> Self {
        let known = !value.is_empty();
        // An empty remark is no gap.
        let value = if known || label == words::note(lang) {
            value
        } else {
            words::not_known(lang).into_owned()
        };
        Self {
            label,
            value,
            known,
        }
    }
}

/// The label of what was understood, with the words of the file where they are others.
fn understood<T: Copy>(
    lang: Lang,
    written: &Written<T>,
    label: impl Fn(T) -> &'static str,
) -> String {
    let text = written.text.trim();
    match written.value.map(label) {
        Some(label) if text.is_empty() || text == label => label.to_owned(),
        Some(label) => words::as_written(lang, label, text).into_owned(),
        None => text.to_owned(),
    }
}

/// Fields that are shown where something stands in them; most people have nothing there.
const MORE: [PersonField; 27] = [
    PersonField::KeepFromFamily,
    PersonField::DoNotContact,
    PersonField::ContactHours,
    PersonField::DoubtfulId,
    PersonField::IdSeenOn,
    PersonField::HukouKind,
    PersonField::Hamlet,
    PersonField::Ethnic,
    PersonField::SchoolingState,
    PersonField::GradSchool,
    PersonField::GraduatedOn,
    PersonField::InSchool,
    PersonField::UnemployedSince,
    PersonField::UrbanUnempReg,
    PersonField::Income,
    PersonField::SkillLevel,
    PersonField::Skills,
    PersonField::HighCraft,
    PersonField::RemoteNeeds,
    PersonField::HouseholdRelation,
    PersonField::FamilyNote,
    PersonField::LabourAbility,
    PersonField::RetireCategory,
    PersonField::SubsidyEligible,
    PersonField::SubsidyGround,
    PersonField::ConsentOn,
    PersonField::FormerRefs,
];

/// The state with its day and its reason.
fn state(record: &PersonRecord, state: PersonState, lang: Lang) -> String {
    let mut parts = vec![state.label(lang).to_owned()];
    parts.extend(record.state_since.map(|day| day.to_string()));
    parts.push(record.state_reason.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Field and value of what is recorded; what is not known says so. Sensitive fields stay hidden
/// until the clerk asks for them.
pub(super) fn record_lines(person: &Person, cx: &Cx<'_>) -> Vec<RecordLine> {
    let Some(file) = &person.file else {
        return Vec::new();
    };
    let lang = cx.lang;
    let record = &file.person.record;
    let open = person.revealed.as_ref();
    let sensitive = |value: String| -> String {
        if value.is_empty() || open.is_some() {
            value
        } else {
            words::hidden(lang, &people::marked(lang), &cx.key("person", "reveal")).into_owned()
        }
    };
    let groups: Vec<&str> = record
        .groups_on(person.today)
        .into_iter()
        .filter(|group| open.is_some() || !group.is_sensitive())
        .map(|group| group.label(lang))
        .collect();
    let some_hidden = open.is_none() && file.summary.groups.iter().any(|g| g.is_sensitive());
    let mut all_groups = groups.join(" ");
    if some_hidden {
        all_groups = format!("{all_groups} {}", sensitive("x".to_owned()));
    }
    let disability = [
        record.disability_kind.map(|kind| kind.label(lang)),
        record.disability_level.map(|level| level.label(lang)),
    ];
    let disability: Vec<&str> = disability.into_iter().flatten().collect();
    let day = |value: Option<chrono::NaiveDate>| value.map(|d| d.to_string()).unwrap_or_default();
    // The day of birth is a part of the id number, so only year and month are seen.
    let birth = match (record.birth_date, open) {
        (Some(date), None) => date.format("%Y-%m").to_string(),
        (date, _) => day(date),
    };
    let full = |masked: &str, full: fn(&super::Revealed) -> &str| {
        open.map_or_else(|| masked.to_owned(), |revealed| full(revealed).to_owned())
    };
    let phone2 = record
        .phone2
        .as_ref()
        .map(|phone| phone.masked())
        .unwrap_or_default();
    let recommended: Vec<String> = file
        .recommendations
        .iter()
        .map(|r| format!("{} {} {}", r.on, r.title, r.response.label(lang)))
        .collect();
    let lines: Vec<(std::borrow::Cow<'static, str>, String)> = vec![
        (words::state(lang), state(record, file.summary.state, lang)),
        (
            words::id_number(lang),
            full(&file.summary.id_masked, |r| &r.id_number),
        ),
        (
            words::phone(lang),
            full(&file.summary.phone_masked, |r| &r.phone),
        ),
        (words::phone2(lang), full(&phone2, |r| &r.phone2)),
        (words::all_groups(lang), all_groups.trim().to_owned()),
        (
            words::work_status(lang),
            understood(lang, &record.work_status, |v| v.label(lang)),
        ),
        (
            words::schooling(lang),
            understood(lang, &record.schooling, |v| v.label(lang)),
        ),
        (words::certs(lang), record.certs.join(" ")),
        (
            words::training_wish(lang),
            understood(lang, &record.training_wish, |v| v.label(lang)),
        ),
        (words::expected_pay(lang), record.expected_pay.text.clone()),
        (words::commute(lang), record.commute.clone()),
        (words::address(lang), record.address.clone()),
        (words::hukou(lang), record.hukou.clone()),
        (words::birth(lang), birth),
        (words::work_place(lang), record.work_place.clone()),
        (words::work_unit(lang), record.work_unit.clone()),
        (words::health(lang), sensitive(record.health.clone())),
        (words::disability(lang), sensitive(disability.join(" "))),
        (words::householder(lang), record.householder.clone()),
        (words::guardian(lang), record.guardian.clone()),
        (words::worker(lang), record.worker.clone()),
        (words::reg_date(lang), day(record.reg_date)),
        (words::reference(lang), record.reference.clone()),
        (words::recommended(lang), recommended.join("；")),
        (words::note(lang), told(person, &record.note)),
    ];
    let mut lines: Vec<RecordLine> = lines
        .into_iter()
        .map(|(label, value)| RecordLine::new(lang, label.into_owned(), value))
        .collect();
    let more = MORE.into_iter().filter(|field| field.is_known(record));
    lines.extend(more.map(|field| {
        let value = field.words(record, lang);
        let value = if field.is_sensitive() {
            sensitive(value)
        } else {
            value
        };
        RecordLine::new(lang, field.label(lang).to_owned(), value)
    }));
    let extra = record.extra.iter();
    lines.extend(extra.map(|(label, value)| {
        RecordLine::new(lang, crate::text::display::line(label), value.clone())
    }));
    lines
}
