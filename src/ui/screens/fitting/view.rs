//! Who fits, on cells: the offer as written above, the people below.

use super::{Fitting, words};
use crate::{
    domain::{
        fit::{FitLevel, PersonFit, Verdict},
        offer::{CourseRecord, VacancyRecord},
        person::{PersonSummary, Sex},
    },
    effect::OfferDetail,
    text::{Lang, display, width},
    ui::{
        cx::Cx,
        theme::Theme,
        widgets::{Line, put, row_on, rule_titled, scrolled, search_box, window},
        words::{people, reasons},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use std::borrow::Cow;

/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

/// Box, title, texts of the offer, counts, heads.
fn head(fitting: &Fitting, cx: &Cx<'_>) -> u16 {
    let texts = u16::try_from(texts(fitting, cx).len()).unwrap_or(0);
    2 + texts + 2
}

/// Rows of people that fit on the screen.
pub(super) fn rows_shown(fitting: &Fitting, cx: &Cx<'_>) -> usize {
    usize::from(cx.body.1.saturating_sub(head(fitting, cx)))
}

/// The row under a cell of the window.
pub(super) fn row_at(fitting: &Fitting, cx: &Cx<'_>, at: Position) -> Option<usize> {
    let line = at.y.checked_sub(BODY_TOP + head(fitting, cx))?;
    let len = fitting.people().len();
    let shown = window(len, fitting.list.selected, rows_shown(fitting, cx));
    row_on(line, &shown)
}

pub(super) fn draw(
    fitting: &Fitting,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let lang = cx.lang;
    let caret = search_box(cx, line(0), buf, None);
    let card = &fitting.card;
    let title = format!("{} {} · {}", card.reference, card.title, card.by);
    rule_titled(buf, line(1), &title, true, cx.theme);
    let texts = texts(fitting, cx);
    for (at, text) in texts.iter().enumerate() {
        let row = line(2 + u16::try_from(at).unwrap_or(0));
        put(buf, row, &format!(" {text}"), cx.theme.text);
    }
    let top = 2 + u16::try_from(texts.len()).unwrap_or(0);
    let Some(answer) = &fitting.answer else {
        let text = if fitting.failed {
            words::none_selected(lang)
        } else {
            words::loading(lang)
        };
        put(buf, line(top), &format!(" {text}"), cx.theme.dim);
        return Some(caret);
    };
    let height = usize::from(area.height.saturating_sub(top + 2));
    let place = scrolled(answer.people.len(), fitting.list.selected, height);
    let counts = format!(
        "{} · {}  {place}",
        words::fits(lang, answer.fitting),
        words::listed(lang, answer.people.len())
    );
    rule_titled(buf, line(top), &counts, false, cx.theme);
    if answer.people.is_empty() {
        let text = words::nobody(lang);
        put(buf, line(top + 1), &format!(" {text}"), cx.theme.text);
        return Some(caret);
    }
    let columns = Columns::of(area.width, lang);
    heads(&columns, cx, line(top + 1), buf);
    let shown = window(answer.people.len(), fitting.list.selected, height);
    for (index, at) in shown.enumerate() {
        let place = line(top + 2 + u16::try_from(index).unwrap_or(0));
        let selected = at == fitting.list.selected;
        let style = if selected {
            cx.theme.selected
        } else {
            cx.theme.text
        };
        if selected {
            buf.set_style(place, style);
        }
        let (fit, person) = &answer.people[at];
        person_row(&columns, cx, place, buf, (selected, style), (fit, person));
    }
    Some(caret)
}

/// What the sheet says of the offer, wrapped; short where the window is low.
fn texts(fitting: &Fitting, cx: &Cx<'_>) -> Vec<String> {
    let lang = cx.lang;
    let pairs = match fitting.answer.as_ref().map(|answer| &answer.offer) {
        Some(OfferDetail::Course(course)) => course_texts(&course.record, lang),
        Some(OfferDetail::Vacancy(vacancy)) => vacancy_texts(&vacancy.record, lang),
        None => vec![(words::condition(lang), fitting.card.condition.clone())],
    };
    let colon = lang.pick("：", ": ");
    let text: Vec<String> = pairs
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(label, text)| format!("{label}{colon}{text}"))
        .collect();
    let columns = usize::from(cx.body.0.saturating_sub(2)).max(10);
    let room = usize::from(cx.body.1 / 3).max(3);
    let mut lines = width::wrap(&display::line(&text.join("   ")), columns);
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}..", width::prefix(last, columns - 2));
        }
    }
    lines
}

type Pair = (std::borrow::Cow<'static, str>, String);

fn course_texts(course: &CourseRecord, lang: Lang) -> Vec<Pair> {
    vec![
        (words::starts(lang), course.start.text.clone()),
        (words::where_(lang), course.place.clone()),
        (words::course_what(lang), course.target.clone()),
        (words::condition(lang), course.condition.clone()),
        (words::level_of(lang), course.level.clone()),
        (words::hours(lang), course.hours.text.clone()),
        (words::fee(lang), course.fee.clone()),
        (words::remark(lang), course.remark.clone()),
    ]
}

fn vacancy_texts(vacancy: &VacancyRecord, lang: Lang) -> Vec<Pair> {
    vec![
        (words::pay(lang), vacancy.pay.clone()),
        (words::where_(lang), vacancy.place.clone()),
        (words::headcount(lang), vacancy.headcount.text.clone()),
        (words::requirement(lang), vacancy.requirement.clone()),
        (words::benefit(lang), vacancy.benefit.clone()),
        (words::remark(lang), vacancy.remark.clone()),
        (words::posted(lang), vacancy.posted.text.clone()),
        (words::closes(lang), vacancy.closes.text.clone()),
    ]
}

/// Widths of the columns in cells.
struct Columns {
    level: usize,
    name: usize,
    place: usize,
    groups: usize,
    phone: usize,
    reasons: usize,
}

impl Columns {
    fn of(columns: u16, lang: Lang) -> Self {
        // 可推荐; Does not fit.
        let level = match lang {
            Lang::Zh => 6,
            Lang::En => 12,
        };
        let more = usize::from(columns).saturating_sub(80);
        let phone = if more >= 30 { 11 } else { 0 };
        let more = more - if phone > 0 { phone + 1 } else { 0 };
        let name = 8 + (more / 6).min(8);
        let place = if more >= 18 { 18 } else { 10 };
        let groups = if more >= 18 {
            9 + (more / 6).min(12)
        } else {
            8
        };
        // Sign 2, sex 2, age 3, id 4, and one free cell after each column.
        let used = 2 + level + 1 + name + 1 + 3 + 4 + 5 + place + 1 + groups + 1;
        let used = used + if phone > 0 { phone + 1 } else { 0 };
        Self {
            level,
            name,
            place,
            groups,
            phone,
            reasons: usize::from(columns).saturating_sub(used + 1),
        }
    }
}

fn heads(columns: &Columns, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (lang, dim) = (cx.lang, cx.theme.dim);
    let mut line = Line::new(buf, area)
        .text("  ", dim)
        .column(&words::level(lang), columns.level, dim)
        .column(&words::name(lang), columns.name, dim)
        .column(&words::sex(lang), 2, dim)
        .column(&words::age(lang), 3, dim)
        .column(&words::id(lang), 4, dim)
        .column(&words::place(lang), columns.place, dim)
        .column(&words::groups(lang), columns.groups, dim);
    if columns.phone > 0 {
        line = line.column(&words::phone(lang), columns.phone, dim);
    }
    line.column(&words::reasons(lang), columns.reasons, dim);
}

fn person_row(
    columns: &Columns,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
    (selected, style): (bool, Style),
    (fit, person): (&PersonFit, &PersonSummary),
) {
    let lang = cx.lang;
    let age = person.age.map(|age| age.to_string()).unwrap_or_default();
    let place = format!("{}{}", person.town, person.village);
    let level = fit.fit.level;
    let tone = if selected {
        style
    } else {
        level_style(level, cx.theme)
    };
    let mut line = Line::new(buf, area)
        .text(if selected { "> " } else { "  " }, style)
        .column(level.label(lang), columns.level, tone)
        .column(&person.name, columns.name, style)
        .column(sex(person.sex, lang), 2, style)
        .number(&age, 3, style)
        .column(people::id_tail(&person.id_masked), 4, style)
        .column(&place, columns.place, style)
        .column(&people::groups(lang, person), columns.groups, style);
    if columns.phone > 0 {
        line = line.column(&person.phone_masked, columns.phone, style);
    }
    line.column(&grounds(fit, lang), columns.reasons, style);
}

/// The first reasons for a fit, or what is missing.
fn grounds(fit: &PersonFit, lang: Lang) -> String {
    let of = |verdict: Verdict| -> Vec<Cow<'static, str>> {
        let reasons = fit.fit.reasons.iter();
        reasons
            .filter(|reason| reason.verdict == verdict && !reason.soft)
            .map(|reason| reasons::on_list(reason, lang))
            .collect()
    };
    let comma = lang.pick("；", "; ");
    match fit.fit.level {
        FitLevel::Yes => of(Verdict::Met).join(comma),
        FitLevel::Unknown | FitLevel::No => {
            let failed = of(Verdict::Failed);
            let unknown = of(Verdict::Unknown);
            let mut parts = Vec::new();
            if !failed.is_empty() {
                parts.push(words::lacks(lang, &failed.join(comma)).into_owned());
            }
            if !unknown.is_empty() {
                parts.push(words::ask(lang, &unknown.join(comma)).into_owned());
            }
            parts.join(comma)
        }
    }
}

fn level_style(level: FitLevel, theme: &Theme) -> Style {
    match level {
        FitLevel::Yes => theme.good,
        FitLevel::Unknown => theme.unknown,
        FitLevel::No => theme.bad,
    }
}

/// One sign for the sex, so that the column stays narrow.
fn sex(sex: Option<Sex>, lang: Lang) -> &'static str {
    match (lang, sex) {
        (_, None) => "",
        (Lang::Zh, Some(sex)) => sex.label(lang),
        (Lang::En, Some(Sex::Male)) => "M",
        (Lang::En, Some(Sex::Female)) => "F",
    }
}
