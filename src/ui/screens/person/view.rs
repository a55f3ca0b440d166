//! The person screen on cells: header, panes, reasons of the selected offer.

use super::{Pane, Person, layout, panes, record, words};
use crate::{
    domain::{
        fit::{FitLevel, FitReason, Verdict},
        person::{ContactInstructions, PersonField, PersonState},
    },
    effect::PersonFile,
    text::{Lang, width},
    ui::{
        cx::Cx,
        screens::why::verdict_style,
        widgets::{Line, put, row_on, rule_titled, scrolled, search_box, window},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

/// The pane and row under a cell of the window.
pub(super) fn row_at(person: &Person, cx: &Cx<'_>, at: Position) -> Option<(Pane, usize)> {
    let area = Rect::new(0, BODY_TOP, cx.body.0, cx.body.1);
    let layout = layout::layout(area, person.pane);
    let (pane, rect) = layout.panes.iter().find(|(_, rect)| rect.contains(at))?;
    let line = at.y.checked_sub(rect.y + 1)?;
    let len = person.rows(*pane, cx);
    let shown = window(
        len,
        person.lists[*pane as usize].selected,
        usize::from(rect.height.saturating_sub(1)),
    );
    row_on(line, &shown).map(|row| (*pane, row))
}

pub(super) fn draw(person: &Person, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let caret = search_box(cx, line(0), buf, None);
    let Some(file) = &person.file else {
        let text = if person.failed {
            words::not_opened(cx.lang)
        } else {
            words::loading(cx.lang)
        };
        put(buf, line(2), &format!(" {text}"), cx.theme.text);
        return Some(caret);
    };
    header(person, file, cx, [line(1), line(2), line(3)], buf);
    let layout = layout::layout(area, person.pane);
    if let Some(at) = layout.tabs {
        tabs(person, cx, at, buf);
    }
    for (pane, rect) in &layout.panes {
        let title = Rect { height: 1, ..*rect };
        let rows = Rect {
            y: rect.y + 1,
            height: rect.height.saturating_sub(1),
            ..*rect
        };
        let len = person.rows(*pane, cx);
        let place = scrolled(
            len,
            person.lists[*pane as usize].selected,
            usize::from(rows.height),
        );
        let words = format!("{} {place}", panes::title(person, cx, *pane));
        rule_titled(buf, title, words.trim(), *pane == person.pane, cx.theme);
        match pane {
            Pane::Vacancies | Pane::Courses => panes::offers(person, cx, *pane, rows, buf),
            Pane::Contacts => panes::contacts(person, file, cx, rows, buf),
            Pane::Record => record::draw(person, cx, rows, buf),
        }
    }
    if let Some(at) = layout.reasons {
        reasons(person, cx, at, buf);
    }
    Some(caret)
}

/// Name, tail, age and last promise in the first line; groups and wishes; what to ask first.
fn header(person: &Person, file: &PersonFile, cx: &Cx<'_>, lines: [Rect; 3], buf: &mut Buffer) {
    let lang = cx.lang;
    let summary = &file.summary;
    let promise = summary.next_due.map(|due| {
        let style = if due < cx.today() {
            cx.theme.bad
        } else {
            cx.theme.unknown
        };
        let words = people::promise(lang, due, cx.today());
        (format!("  {words}"), style)
    });
    let tail = people::id_tail(&summary.id_masked);
    let mut parts = Vec::new();
    if summary.state != PersonState::Active {
        parts.push(format!("[{}]", summary.state.label(lang)));
    }
    if !tail.is_empty() {
        parts.push(words::tail(lang, tail).into_owned());
    }
    parts.extend(summary.sex.map(|sex| sex.label(lang).to_owned()));
    parts.extend(summary.age.map(|age| people::years(lang, age).into_owned()));
    match &person.revealed {
        Some(full) => {
            parts.extend([full.id_number.clone(), full.phone.clone()]);
        }
        None => parts.push(summary.phone_masked.clone()),
    }
    parts.retain(|part| !part.is_empty());
    let facts = format!("  {}", parts.join("  "));
    // The promise is never cut: the place gives way first, then the name.
    let promised = promise.as_ref().map_or(0, |(text, _)| width::cells(text));
    let room = usize::from(lines[0].width).saturating_sub(1 + width::cells(&facts) + promised);
    let name = width::fit(&summary.name, room.max(6));
    let room = room.saturating_sub(width::cells(&name) + 2);
    let mut first = Line::new(buf, lines[0])
        .text(" ", cx.theme.text)
        .text(&name, cx.theme.title)
        .text(&facts, cx.theme.text);
    let place = format!("{}{}", summary.town, summary.village);
    if room >= 6 && !place.is_empty() {
        let place = width::fit(&place, room);
        first = first.text(&format!("  {place}"), cx.theme.text);
    }
    if let Some((text, style)) = promise {
        first.text(&text, style);
    }
    let groups = people::groups(lang, summary);
    let groups = if groups.is_empty() {
        words::no_groups(lang).into_owned()
    } else {
        groups
    };
    let wishes = if summary.wishes.is_empty() {
        words::no_wishes(lang).into_owned()
    } else {
        summary.wishes.clone()
    };
    let understood = match &person.offers {
        Some(offers) if !offers.understood.is_empty() => {
            format!(
                "   {}",
                words::understood(lang, &offers.understood.join(" / "))
            )
        }
        _ => String::new(),
    };
    Line::new(buf, lines[1])
        .text(&format!(" {}", words::groups(lang, &groups)), cx.theme.text)
        .text(
            &format!("   {}", words::wishes(lang, &wishes)),
            cx.theme.text,
        )
        .text(&understood, cx.theme.dim);
    let minded = minded(&file.person.record.instructions, lang);
    if !minded.is_empty() {
        let text = words::minded(lang, &minded);
        put(buf, lines[2], &format!(" {text}"), cx.theme.bad);
        return;
    }
    let ask = person.offers.as_ref().and_then(|offers| offers.ask.first());
    if let Some((question, count)) = ask {
        let text = words::ask_first(lang, question, *count);
        put(buf, lines[2], &format!(" {text}"), cx.theme.unknown);
    }
}

/// What must be minded when they are called.
fn minded(instructions: &ContactInstructions, lang: Lang) -> String {
    let said = [
        (instructions.do_not_contact, PersonField::DoNotContact),
        (instructions.keep_from_family, PersonField::KeepFromFamily),
    ];
    let said = said.into_iter().filter(|(holds, _)| *holds);
    let mut parts: Vec<&str> = said.map(|(_, field)| field.label(lang)).collect();
    parts.extend(Some(instructions.hours.as_str()).filter(|hours| !hours.is_empty()));
    parts.join(lang.comma())
}

fn tabs(person: &Person, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let mut line = Line::new(buf, area).text(" ", cx.theme.dim);
    for pane in Pane::ALL {
        let name = panes::name(cx.lang, pane);
        let rows = match pane {
            Pane::Record => String::new(),
            Pane::Contacts => person.valid_contacts().to_string(),
            pane => person.rows(pane, cx).to_string(),
        };
        let (open, close, style) = if pane == person.pane {
            ("[", "]", cx.theme.title)
        } else {
            (" ", " ", cx.theme.dim)
        };
        line = line.text(
            &format!("{open}{name} {rows}{close} ").replace(" ]", "]"),
            style,
        );
    }
    line.text(" Tab", cx.theme.key);
}

/// The reasons of the selected offer, what stands against it first.
fn reasons(person: &Person, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(offer) = person.offer() else {
        rule_titled(buf, Rect { height: 1, ..area }, "", false, cx.theme);
        return;
    };
    let title = format!(
        "{} {} {}",
        offer.fit.level.label(cx.lang),
        offer.title,
        offer.by
    );
    rule_titled(buf, Rect { height: 1, ..area }, &title, false, cx.theme);
    let mut ordered: Vec<&FitReason> = offer.fit.reasons.iter().collect();
    ordered.sort_by_key(|reason| (weight(reason, offer.fit.level), reason.soft));
    let room = usize::from(area.height.saturating_sub(1));
    for (row, reason) in ordered.iter().take(room).enumerate() {
        let at = Rect {
            y: area.y + 1 + u16::try_from(row).unwrap_or(0),
            height: 1,
            ..area
        };
        let mut line = Line::new(buf, at)
            .text(
                &format!(" [{}] ", reason.verdict.label(cx.lang)),
                verdict_style(reason.verdict, cx.theme),
            )
            .text(&reason.what, cx.theme.text);
        if !reason.because.is_empty() {
            line = line.text(&format!("  {}", reason.because), cx.theme.dim);
        }
        let more = ordered.len() - room.min(ordered.len());
        match &reason.ask {
            Some(ask) => {
                line.text(&format!("  ? {ask}"), cx.theme.unknown);
            }
            None if row + 1 == room && more > 0 => {
                let key = cx.key("person", "why");
                line.text(&format!("  +{more} {key}"), cx.theme.key);
            }
            None => {}
        }
    }
}

/// What decides comes first: failures of a refusal, questions of an open case, grounds of an offer.
fn weight(reason: &FitReason, level: FitLevel) -> u8 {
    match (level, reason.verdict) {
        (_, Verdict::Failed) if !reason.soft => 0,
        (_, Verdict::Unknown) if !reason.soft => 1,
        (_, Verdict::Met) => 2,
        _ => 3,
    }
}
