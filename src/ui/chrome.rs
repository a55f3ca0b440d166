//! The frame around every screen: top bar, status line, hints; and the curtain.

use super::{
    cx::Cx,
    model::Model,
    nav,
    notice::Tone,
    screens,
    widgets::{Line, put},
    words,
};
use crate::text::{display, width};
use ratatui::{buffer::Buffer, layout::Rect};

/// Lines that a long notice may take from the body.
const NOTICE_LINES: usize = 3;

/// Draws the frame; returns the body.
pub(super) fn frame(model: &Model, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let top = Rect { height: 1, ..area };
    top_bar(model, cx, top, buf);
    let notice = notice_lines(model, cx, usize::from(area.width));
    let extra = u16::try_from(notice.len().saturating_sub(1)).unwrap_or(0);
    let status = Rect {
        y: area.bottom() - 2 - extra,
        height: 1 + extra,
        ..area
    };
    for (row, line) in notice.iter().enumerate() {
        let style = match model.notice.as_ref().map(|(notice, _)| notice.tone) {
            Some(Tone::Done) => cx.theme.good,
            Some(Tone::Warning) => cx.theme.bad,
            _ => cx.theme.text,
        };
        let y = status.y + u16::try_from(row).unwrap_or(0);
        put(
            buf,
            Rect {
                y,
                height: 1,
                ..status
            },
            line,
            style,
        );
    }
    let bottom = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    hints(model, cx, bottom, buf);
    Rect {
        y: area.y + 1,
        height: status.y - area.y - 1,
        ..area
    }
}

fn top_bar(model: &Model, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, cx.theme.bar);
    let title = nav::base(model).map_or("", |open| open.screen.title(cx.lang));
    let left = format!(" {} | {title}", words::product(cx.lang));
    put(buf, area, &left, cx.theme.bar);
    let now = cx.moment.now;
    let day = now.date_naive();
    let right = format!(
        "{} {} {} {}",
        display::line(&model.setup.operator),
        day.format("%Y-%m-%d"),
        words::people::weekday(cx.lang, day),
        now.format("%H:%M "),
    );
    let cells = u16::try_from(width::cells(&right)).unwrap_or(u16::MAX);
    let used = u16::try_from(width::cells(&left) + 2).unwrap_or(u16::MAX);
    if used.saturating_add(cells) <= area.width {
        let place = Rect {
            x: area.right() - cells,
            width: cells,
            ..area
        };
        buf.set_stringn(place.x, place.y, right, usize::from(cells), cx.theme.bar);
    }
}

fn notice_lines(model: &Model, cx: &Cx<'_>, columns: usize) -> Vec<String> {
    if !model.ahead.is_empty() {
        return vec![format!(" {}", words::waiting(cx.lang, model.ahead.len()))];
    }
    let Some((notice, _)) = &model.notice else {
        return Vec::new();
    };
    let sign = match notice.tone {
        Tone::Info => words::info_sign(cx.lang),
        Tone::Done => words::done_sign(cx.lang),
        Tone::Warning => words::warning_sign(cx.lang),
    };
    let text = display::line(&format!(" [{sign}] {}", notice.text));
    let mut lines = width::wrap(&text, columns.saturating_sub(1));
    lines.truncate(NOTICE_LINES);
    lines
}

fn hints(model: &Model, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let mut line = Line::new(buf, area).text(" ", cx.theme.dim);
    let pairs: Vec<(String, String)> = match model.resolver.pending() {
        Some(first) => {
            line = line
                .text(
                    &words::begun(cx.lang, &first.shown(cx.names())),
                    cx.theme.title,
                )
                .text("  ", cx.theme.dim);
            let top = model.stack.last().map_or("", |open| open.screen.name());
            model
                .resolver
                .choices(cx.keymap, &[top, "common", "global"])
                .into_iter()
                .map(|(key, section, action)| {
                    (key.shown(cx.names()), action_words(cx, section, action))
                })
                .collect()
        }
        None => hint_actions(model)
            .into_iter()
            .filter_map(|(section, action)| {
                let key = cx.key(section, action);
                (!key.is_empty()).then(|| (key, action_words(cx, section, action)))
            })
            .collect(),
    };
    for (key, words) in pairs {
        if line.left() < width::cells(&key) + width::cells(&words) + 3 {
            break;
        }
        line = line
            .text(&key, cx.theme.key)
            .text(" ", cx.theme.dim)
            .text(&words, cx.theme.dim)
            .text("  ", cx.theme.dim);
    }
}

/// The commands of the top screen first, then help, the palette and the curtain, then the homes.
fn hint_actions(model: &Model) -> Vec<(&'static str, &'static str)> {
    let mut actions = Vec::new();
    if let Some(top) = model.stack.last() {
        let name = top.screen.name();
        if let Some(info) = screens::all().into_iter().find(|info| info.name == name) {
            actions.extend(info.actions.iter().map(|action| (name, action.name)));
        }
        if top.screen.is_popup() {
            actions.push(("common", "back"));
            return actions;
        }
    }
    actions.extend([
        ("global", "help"),
        ("global", "palette"),
        ("global", "curtain"),
    ]);
    actions.extend(screens::HOMES.iter().map(|(home, _)| ("global", home.name)));
    actions.push(("global", "quit"));
    actions
}

/// The help of an action, without what stands after its first comma.
pub(super) fn action_words(cx: &Cx<'_>, section: &str, action: &str) -> String {
    let found = match section {
        "global" => super::global::global_actions(),
        "common" => super::global::common_actions(),
        _ => screens::all()
            .into_iter()
            .find(|info| info.name == section)
            .map(|info| info.actions)
            .unwrap_or_default(),
    }
    .into_iter()
    .find(|help| help.name == action)
    .map_or("", |help| help.words(cx.lang));
    let short = found.split(['，', ';', ',']).next().unwrap_or(found);
    short.to_owned()
}

/// The curtain: nothing of the office is seen.
pub(super) fn curtain(model: &Model, area: Rect, buf: &mut Buffer) {
    let lang = model.setup.lang;
    let names = words::key_names(lang, model.setup.ascii);
    let key = model.setup.keymap.first("global", "curtain", names);
    let key = key.unwrap_or_default();
    let lines = [
        words::curtain_title(lang),
        words::curtain_safe(lang),
        words::curtain_lift(lang, &key),
    ];
    let mut y = area.y + area.height / 2 - 2;
    for (index, line) in lines.iter().enumerate() {
        let cells = u16::try_from(width::cells(line)).unwrap_or(0);
        let place = Rect {
            x: area.x + area.width.saturating_sub(cells) / 2,
            y,
            width: cells.min(area.width),
            height: 1,
        };
        let style = if index == 0 {
            model.theme.title
        } else {
            model.theme.dim
        };
        put(buf, place, line, style);
        y += 2;
    }
}
