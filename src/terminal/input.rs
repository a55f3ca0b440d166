//! From crossterm's events to ours. Releases, focus reports and unknown sequences are dropped here.

use crate::{
    keymap::{Code, Key},
    ui::{Moment, Msg},
};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

/// The messages of one event, stamped with the moment of reading.
pub(super) fn translate(event: Event, moment: Moment) -> Vec<Msg> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => keys(event)
            .into_iter()
            .map(|key| Msg::Key(key, moment))
            .collect(),
        Event::Paste(text) => vec![Msg::Paste(text, moment)],
        Event::Resize(columns, rows) => vec![Msg::Resize(columns, rows)],
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                vec![Msg::Click(mouse.column, mouse.row, moment)]
            }
            MouseEventKind::ScrollDown => vec![Msg::Wheel(true, moment)],
            MouseEventKind::ScrollUp => vec![Msg::Wheel(false, moment)],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// One key, or Esc and a key: terminals and multiplexers send Esc followed closely by a key as Alt
/// with that key, and neither of the two may be lost.
fn keys(event: KeyEvent) -> Vec<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let Some(code) = code(event.code) else {
        return Vec::new();
    };
    // On Windows AltGr arrives as Ctrl+Alt and only serves to type the character.
    if alt && ctrl && cfg!(windows) {
        return vec![Key::plain(code)];
    }
    let key = match code {
        Code::Char(c) if ctrl => Key::ctrl(c.to_ascii_lowercase()),
        Code::Char(_) => Key::plain(code),
        Code::Tab if event.code == KeyCode::BackTab => Key {
            code,
            ctrl: false,
            shift: true,
        },
        _ => Key { code, ctrl, shift },
    };
    if alt {
        vec![Key::plain(Code::Esc), key]
    } else {
        vec![key]
    }
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Vec<Key> {
        keys(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn keys_come_through_as_they_are_meant() {
        assert_eq!(
            press(KeyCode::Char('R'), KeyModifiers::CONTROL),
            [Key::ctrl('r')]
        );
        assert_eq!(
            press(KeyCode::Char('李'), KeyModifiers::NONE),
            [Key::char('李')]
        );
        assert_eq!(
            press(KeyCode::Char('X'), KeyModifiers::SHIFT),
            [Key::char('X')]
        );
        assert_eq!(
            press(KeyCode::BackTab, KeyModifiers::SHIFT),
            [Key::parse("shift-tab").unwrap()]
        );
        assert_eq!(
            press(KeyCode::Char('x'), KeyModifiers::ALT),
            [Key::plain(Code::Esc), Key::char('x')]
        );
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), []);
    }

    #[test]
    fn a_release_is_no_press() {
        let moment = Moment {
            now: chrono::DateTime::parse_from_rfc3339("2026-11-20T09:00:00+08:00").unwrap(),
            ms: 1,
        };
        let mut event = KeyEvent::new(KeyCode::Char('张'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(translate(Event::Key(event), moment), []);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(translate(Event::Key(event), moment).len(), 1);
    }
}
