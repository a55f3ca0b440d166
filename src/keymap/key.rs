//! One key press as the program sees it, and how a key file writes it.
//!
//! Absent on purpose: crossterm's own type. Only `terminal` knows it and translates.

use crate::{messages, text::Lang, text::fold::half_width};
use std::fmt;

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character, as it was typed or committed by an input method.
    Char(char),
    /// A function key.
    F(u8),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab; Shift+Tab carries `shift`.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

/// A key with its modifiers. Alt is no part of it: a plain terminal can't tell it from Esc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Shift (kept for Tab and the arrows; a character says it by itself).
    pub shift: bool,
}

/// Names that key files use for keys that are no character.
const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("home", Code::Home),
    ("end", Code::End),
    ("space", Code::Char(' ')),
];

/// How the screen names keys that are no character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyNames {
    /// As keyboards print them: `Enter`, `Left`.
    English,
    /// In Chinese, arrows as signs: `回车`, `←`.
    Chinese,
    /// In Chinese, arrows as words, for consoles where signs have no certain width: `回车`, `左`.
    ChineseWords,
}

/// Why a key can't stand in a key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// It is not the name of a key.
    Unreadable,
    /// A plain terminal does not deliver it, or sends something else for it.
    Undeliverable,
    /// The terminal program keeps it for itself.
    KeptByTerminal,
}

messages! {
    fault_unreadable() { zh: "不是按键的写法（例：ctrl-r、f3、enter、pgdn）", en: "not the name of a key (such as ctrl-r, f3, enter, pgdn)" }
    fault_undeliverable() { zh: "普通终端送不到这个键", en: "a plain terminal can't deliver this key" }
    fault_kept() { zh: "终端程序自己占用这个键", en: "the terminal program keeps this key for itself" }
}

impl KeyFault {
    /// The fault in words.
    pub fn words(self, lang: Lang) -> std::borrow::Cow<'static, str> {
        match self {
            Self::Unreadable => fault_unreadable(lang),
            Self::Undeliverable => fault_undeliverable(lang),
            Self::KeptByTerminal => fault_kept(lang),
        }
    }
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            shift: false,
        }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Ctrl with a letter.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
            shift: false,
        }
    }

    /// Reads `ctrl-r`, `f1`, `enter`, `shift-tab`, `?`. Case of names does not matter.
    ///
    /// # Errors
    /// The fault of a key that is unreadable or that no key file may bind.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let mut ctrl = false;
        let mut shift = false;
        let mut alt = false;
        let mut rest = text.trim();
        loop {
            let lower = rest.to_ascii_lowercase();
            let (flag, len) = if lower.starts_with("ctrl-") || lower.starts_with("ctrl+") {
                (&mut ctrl, 5)
            } else if lower.starts_with("shift-") || lower.starts_with("shift+") {
                (&mut shift, 6)
            } else if lower.starts_with("alt-") || lower.starts_with("alt+") {
                (&mut alt, 4)
            } else {
                break;
            };
            if *flag || rest.len() == len {
                return Err(KeyFault::Unreadable);
            }
            *flag = true;
            rest = &rest[len..];
        }
        let code = match parse_code(rest)? {
            Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
            code => code,
        };
        let key = Self { code, ctrl, shift };
        if alt {
            return Err(KeyFault::Undeliverable);
        }
        key.bindable()
    }

    /// Refuses the keys that no key file may bind: what a terminal without the kitty protocol does
    /// not deliver, sends as another key, or keeps for itself.
    fn bindable(self) -> Result<Self, KeyFault> {
        match self.code {
            Code::F(10 | 11) => Err(KeyFault::KeptByTerminal),
            Code::F(n) if n == 0 || n > 12 => Err(KeyFault::Unreadable),
            Code::F(_) if self.ctrl || self.shift => Err(KeyFault::Undeliverable),
            Code::Char(c) if self.ctrl => {
                let sent_as_something_else = "ijmh".contains(c) || !c.is_ascii_alphabetic();
                if sent_as_something_else || self.shift {
                    Err(KeyFault::Undeliverable)
                } else {
                    Ok(self)
                }
            }
            Code::Char(_) if self.shift => Err(KeyFault::Unreadable),
            Code::PageUp | Code::PageDown if self.ctrl => Err(KeyFault::KeptByTerminal),
            Code::Enter | Code::Tab | Code::Backspace | Code::Esc if self.ctrl => {
                Err(KeyFault::Undeliverable)
            }
            Code::Enter | Code::Backspace | Code::Esc if self.shift => Err(KeyFault::Undeliverable),
            _ => Ok(self),
        }
    }

    /// The key that commands are looked up by: full-width forms and Chinese punctuation become
    /// their twins, so that an input method left on changes nothing.
    pub fn folded(self) -> Self {
        match self.code {
            Code::Char(c) => Self {
                code: Code::Char(half_width(c)),
                ..self
            },
            _ => self,
        }
    }

    /// The character that it types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// True for a letter, digit or sign without Ctrl: a text field needs it.
    pub fn is_lone_character(self) -> bool {
        self.typed().is_some()
    }

    /// As help and hints write it: `Ctrl+R`, `F3`, `PgDn`, `回车`.
    pub fn shown(self, names: KeyNames) -> String {
        let mut out = String::new();
        if self.ctrl {
            out.push_str("Ctrl+");
        }
        if self.shift {
            out.push_str("Shift+");
        }
        if let Some(name) = self.code.in_chinese(names) {
            out.push_str(name);
            return out;
        }
        match self.code {
            Code::Char(' ') => out.push_str("Space"),
            Code::Char(c) if self.ctrl => out.push(c.to_ascii_uppercase()),
            Code::Char(c) => out.push(c),
            Code::F(n) => out.push_str(&format!("F{n}")),
            Code::PageUp => out.push_str("PgUp"),
            Code::PageDown => out.push_str("PgDn"),
            other => {
                let name = NAMES
                    .iter()
                    .find(|(_, c)| *c == other)
                    .map_or("", |(n, _)| n);
                let mut letters = name.chars();
                out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
                out.push_str(letters.as_str());
            }
        }
        out
    }
}

impl Code {
    /// Its Chinese name where it has one; the rest is known by what the keyboard prints.
    fn in_chinese(self, names: KeyNames) -> Option<&'static str> {
        let arrow = |sign, word| match names {
            KeyNames::Chinese => sign,
            _ => word,
        };
        if names == KeyNames::English {
            return None;
        }
        Some(match self {
            Self::Enter => "回车",
            Self::Backspace => "退格",
            Self::Char(' ') => "空格",
            Self::Left => arrow("←", "左"),
            Self::Right => arrow("→", "右"),
            Self::Up => arrow("↑", "上"),
            Self::Down => arrow("↓", "下"),
            _ => return None,
        })
    }
}

fn parse_code(name: &str) -> Result<Code, KeyFault> {
    let mut letters = name.chars();
    if let (Some(c), None) = (letters.next(), letters.next()) {
        let c = half_width(c);
        return if c.is_control() || c == ' ' {
            Err(KeyFault::Unreadable)
        } else {
            Ok(Code::Char(c))
        };
    }
    let lower = name.to_ascii_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(n, _)| *n == lower) {
        return Ok(*code);
    }
    lower
        .strip_prefix('f')
        .and_then(|n| n.parse().ok())
        .map(Code::F)
        .ok_or(KeyFault::Unreadable)
}

/// As a key file writes it; reading that gives the same key.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.shift {
            f.write_str("shift-")?;
        }
        match self.code {
            Code::F(n) => write!(f, "f{n}"),
            code => match NAMES.iter().find(|(_, c)| *c == code) {
                Some((name, _)) => f.write_str(name),
                None => match code {
                    Code::Char(c) => write!(f, "{c}"),
                    _ => Ok(()),
                },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_the_same() {
        for text in [
            "ctrl-r",
            "f1",
            "f12",
            "enter",
            "esc",
            "shift-tab",
            "?",
            "/",
            "pgdn",
            "space",
            "k",
            "0",
        ] {
            assert_eq!(Key::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Key::parse("Ctrl+R").unwrap(), Key::ctrl('r'));
        assert_eq!(Key::parse("？").unwrap(), Key::char('?'));
        let shown = |key: &str, names| Key::parse(key).unwrap().shown(names);
        for (key, english, chinese, words) in [
            ("ctrl-r", "Ctrl+R", "Ctrl+R", "Ctrl+R"),
            ("shift-tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"),
            ("pgdn", "PgDn", "PgDn", "PgDn"),
            ("left", "Left", "←", "左"),
            ("up", "Up", "↑", "上"),
            ("enter", "Enter", "回车", "回车"),
            ("space", "Space", "空格", "空格"),
        ] {
            assert_eq!(shown(key, KeyNames::English), english);
            assert_eq!(shown(key, KeyNames::Chinese), chinese);
            assert_eq!(shown(key, KeyNames::ChineseWords), words);
        }
    }

    #[test]
    fn keys_that_do_not_arrive_are_refused() {
        for text in [
            "ctrl-i",
            "ctrl-j",
            "ctrl-m",
            "ctrl-h",
            "ctrl-space",
            "ctrl-[",
            "ctrl-\\",
            "ctrl-]",
            "ctrl-^",
            "ctrl-_",
            "ctrl-1",
            "ctrl-enter",
            "ctrl-tab",
            "ctrl-shift-a",
            "ctrl-shift-é",
            "alt-x",
            "alt-f4",
            "ctrl-pgup",
            "ctrl-pgdn",
            "f10",
            "f11",
            "f13",
            "f0",
            "",
            "ctrl-",
            "hyper-x",
            "shift-a",
            "shift-enter",
            "ctrl-f3",
        ] {
            assert!(Key::parse(text).is_err(), "{text} must not be bindable");
        }
    }
}
