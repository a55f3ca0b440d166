//! What is wrong with a key file, in words. Problems are collected, never thrown one by one.

use super::KeyFault;
use crate::{messages, text::Lang};

/// One problem of a key file: where, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File name as given.
    pub file: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong.
    pub what: What,
}

/// Kinds of problems. Fields are quoted from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The file is no TOML here.
    Syntax(String),
    /// A section that no screen has; the nearest that one has.
    NoSection(String, String),
    /// An action that the section has not; the nearest that it has.
    NoAction(String, String),
    /// The value is no list of keys.
    NotAList(String),
    /// A key that can't be bound.
    BadKey(String, KeyFault),
    /// More than two keys, or none, in a row.
    BadChord(String),
    /// A letter, digit or sign where text is typed.
    LoneCharacter(String),
    /// The key runs another action of the same or a wider section.
    Taken(String, String),
    /// Help, quit or curtain without any key: its own key stays.
    SafeKept(String, String),
}

messages! {
    syntax(detail: &str) { zh: "写法不对：{detail}", en: "not valid TOML: {detail}" }
    no_section(name: &str, near: &str) { zh: "没有 [{name}] 这一节，最接近的是 [{near}]", en: "no section [{name}]; the nearest is [{near}]" }
    no_action(name: &str, near: &str) { zh: "没有 {name} 这个功能，最接近的是 {near}", en: "no action {name}; the nearest is {near}" }
    not_a_list(name: &str) { zh: "{name} 要写成按键的列表，例如 [\"ctrl-r\"]", en: "{name} must be a list of keys such as [\"ctrl-r\"]" }
    bad_key(key: &str, why: &str) { zh: "{key}：{why}", en: "{key}: {why}" }
    bad_chord(key: &str) { zh: "{key}：最多两个键连按", en: "{key}: one key, or two in a row" }
    lone(key: &str) { zh: "{key}：这里要打字，不能单独用字符键", en: "{key}: text is typed here, a lone character can't be a command" }
    taken(key: &str, by: &str) { zh: "{key} 已经用于 {by}，这一处不生效", en: "{key} is bound to {by} already; this one has no effect" }
    safe_kept(action: &str, key: &str) { zh: "{action} 不能没有按键，仍用 {key}", en: "{action} can't be without a key; it keeps {key}" }
    at_line(file: &str, line: usize, what: &str) { zh: "{file} 第 {line} 行：{what}", en: "{file}, line {line}: {what}" }
    in_file(file: &str, what: &str) { zh: "{file}：{what}", en: "{file}: {what}" }
}

impl Problem {
    /// The problem in one line: file, line, what, and the nearest valid name.
    pub fn words(&self, lang: Lang) -> String {
        let what = match &self.what {
            What::Syntax(detail) => syntax(lang, detail),
            What::NoSection(name, near) => no_section(lang, name, near),
            What::NoAction(name, near) => no_action(lang, name, near),
            What::NotAList(name) => not_a_list(lang, name),
            What::BadKey(key, fault) => bad_key(lang, key, &fault.words(lang)),
            What::BadChord(key) => bad_chord(lang, key),
            What::LoneCharacter(key) => lone(lang, key),
            What::Taken(key, by) => taken(lang, key, by),
            What::SafeKept(action, key) => safe_kept(lang, action, key),
        };
        let line = if self.line == 0 {
            in_file(lang, &self.file, &what)
        } else {
            at_line(lang, &self.file, self.line, &what)
        };
        crate::text::display::line(&line)
    }
}

/// The candidate with the fewest slips from `name`; empty where there are none.
pub(super) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    candidates
        .min_by_key(|candidate| slips(name, candidate))
        .unwrap_or_default()
        .to_owned()
}

/// Insertions, deletions and replacements between two short names.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(64).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replace = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = replace.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
