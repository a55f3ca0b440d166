//! The registration form on cells: what it is for, the fields, who may be on the register already.

use super::{Mode, Register, Waiting, words};
use crate::{
    domain::person::PersonField,
    text::width,
    ui::{
        cx::Cx,
        screen::Screen,
        widgets::{put, rule_titled},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub(super) fn draw(form: &Register, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if form.compare.is_some() && form.drop_prompt.is_none() {
        form.draw_compare(cx, area, buf);
        return None;
    }
    let lang = cx.lang;
    let line = |y: u16| Rect {
        y,
        height: 1,
        ..area
    };
    let save = cx.key(Register::NAME, "save");
    let (title, hint) = match form.mode {
        Mode::New => (
            words::new_rule(lang),
            words::hint(lang, &save, &cx.key(Register::NAME, "quick")),
        ),
        Mode::Fair(count) => (
            words::fair_rule(lang, count),
            words::hint(lang, &save, &cx.key(Register::NAME, "quick")),
        ),
        Mode::Edit(_) => {
            let masked = PersonField::IdNumber.words(&form.base, lang);
            let who = people::named_by(lang, &form.base.name, people::id_tail(&masked));
            (words::edit_rule(lang, &who), words::edit_hint(lang, &save))
        }
    };
    put(buf, line(area.y), &format!(" {hint}"), cx.theme.dim);
    rule_titled(buf, line(area.y + 1), &title, true, cx.theme);
    let columns = usize::from(area.width.saturating_sub(2)).max(20);
    let foot = foot(form, cx, columns);
    let lines = u16::try_from(foot.len()).unwrap_or(0);
    let body = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2 + lines),
        ..area
    };
    let caret = if form.waiting == Waiting::File {
        put(
            buf,
            body,
            &format!(" {}", words::loading(lang)),
            cx.theme.text,
        );
        None
    } else {
        form.form.view(cx, body, buf)
    };
    for (at, text) in (0u16..).zip(&foot) {
        put(
            buf,
            line(body.bottom() + at),
            &format!(" {text}"),
            cx.theme.unknown,
        );
    }
    match &form.drop_prompt {
        Some(prompt) => Some(prompt.draw(cx, area, buf)),
        None => caret,
    }
}

/// What happens or went wrong; who may be on the register already.
fn foot(form: &Register, cx: &Cx<'_>, columns: usize) -> Vec<String> {
    let text = match (form.waiting, &form.failure) {
        (Waiting::Saved, _) => words::saving(cx.lang).into_owned(),
        (Waiting::Seen, _) => words::checking(cx.lang).into_owned(),
        (_, Some(failure)) => {
            let said = failure.words(cx.lang);
            words::not_saved(cx.lang, &said.what, &said.advice).into_owned()
        }
        _ => form.seen_line(cx),
    };
    if text.is_empty() {
        return Vec::new();
    }
    width::wrap(&crate::text::display::line(&text), columns)
}
