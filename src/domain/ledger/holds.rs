//! What a field holds, and the one reader of its text.

use super::{Link, Value};
use crate::domain::{
    dates::parse_date,
    labels::{self, Terms},
};
use crate::text::{Lang, fold::fold_width};
use chrono::NaiveDate;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// A whole number between two bounds, both included.
    Number(i64, i64),
    /// Yuan.
    Yuan,
    /// A day.
    Date,
    /// Yes or no; absent is *not known*.
    Flag,
    /// One value of a closed list.
    One(Terms),
    /// Several values of a closed list.
    Many(Terms),
    /// Another record.
    Link(Link),
}

/// Why a text is no value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// No number, or one outside the bounds.
    Number(i64, i64),
    /// No day.
    Date,
    /// Neither yes nor no.
    Flag,
    /// No value of the list.
    Term(Terms),
    /// No record, or several, have this reference, name or number.
    Link(Link),
}

/// The most yuan that a field takes.
const MOST_YUAN: i64 = 100_000_000;
/// Longer texts are cut by nobody and typed by nobody.
const LONGEST: usize = 4_000;

const YES: [&str; 8] = ["是", "有", "对", "1", "y", "yes", "true", "√"];
const NO: [&str; 8] = ["否", "无", "不", "0", "n", "no", "false", "×"];

impl Holds {
    /// Reads what was written; nothing written is no value. A link is resolved by the caller, who
    /// knows the records.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(self, text: &str, today: NaiveDate) -> Result<Option<Value>, Unread> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let value = match self {
            Self::Text => Value::Text(text.chars().take(LONGEST).collect()),
            Self::Number(low, high) => Value::Number(number(text, low, high)?),
            Self::Yuan => Value::Number(number(text.trim_end_matches(['元', '圆']), 0, MOST_YUAN)?),
            Self::Date => Value::Date(day(text, today).ok_or(Unread::Date)?),
            Self::Flag => Value::Flag(flag(text).ok_or(Unread::Flag)?),
            Self::One(terms) => Value::Term(labels::term(terms, text).ok_or(Unread::Term(terms))?),
            Self::Many(terms) => Value::Terms(several(terms, text)?),
            Self::Link(target) => return Err(Unread::Link(target)),
        };
        Ok(Some(value))
    }

    /// Words that say what is expected.
    pub fn hint(self, lang: Lang) -> String {
        let listed = |terms: Terms| {
            let words = terms.iter().map(|t| match t.digit {
                ' ' => t.label(lang).to_owned(),
                digit => format!("{digit}{}", t.label(lang)),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        match self {
            Self::Text => String::new(),
            Self::Number(low, high) => format!("{low}–{high}"),
            Self::Yuan => lang.pick("元", "yuan").to_owned(),
            Self::Date => lang
                .pick("如 2026-11-28、今天", "like 2026-11-28, today")
                .to_owned(),
            Self::Flag => lang
                .pick("1是 0否 空=未知", "1 yes, 0 no, empty = not known")
                .to_owned(),
            Self::One(terms) | Self::Many(terms) => listed(terms),
            Self::Link(target) => target.hint(lang).to_owned(),
        }
    }
}

fn number(text: &str, low: i64, high: i64) -> Result<i64, Unread> {
    let folded = fold_width(text).replace([',', ' '], "");
    let number = folded.parse().ok().filter(|n| (low..=high).contains(n));
    number.ok_or(Unread::Number(low, high))
}

fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text {
        "今天" | "today" | "Today" => Some(today),
        "昨天" | "yesterday" => today.pred_opt(),
        _ => parse_date(text),
    }
}

fn flag(text: &str) -> Option<bool> {
    let folded = fold_width(text).to_lowercase();
    if YES.contains(&folded.as_str()) {
        return Some(true);
    }
    NO.contains(&folded.as_str()).then_some(false)
}

fn several(terms: Terms, text: &str) -> Result<Vec<&'static labels::Term>, Unread> {
    let mut found = Vec::new();
    let mut keep = |term| {
        if !found.contains(&term) {
            found.push(term);
        }
    };
    let mut parts = text
        .split(['、', '，', ',', '；', ';', '|', '\n'])
        .map(str::trim)
        .filter(|p| !p.is_empty());
    parts.try_for_each(|part| {
        if let Some(term) = labels::term(terms, part) {
            keep(term);
            return Ok(());
        }
        let by_digit = |c: char| terms.iter().find(|t| t.digit == c && c != ' ');
        let digits: Option<Vec<_>> = fold_width(part).chars().map(by_digit).collect();
        digits
            .ok_or(Unread::Term(terms))?
            .into_iter()
            .for_each(&mut keep);
        Ok(())
    })?;
    Ok(found)
}

crate::messages! {
    unread_number(low: i64, high: i64) { zh: "请写 {low} 到 {high} 之间的整数", en: "a whole number from {low} to {high}" }
    unread_date() { zh: "日期看不懂，请写成 2026-11-28", en: "no date; write 2026-11-28" }
    unread_flag() { zh: "请答 1是 或 0否", en: "answer 1 yes or 0 no" }
    unread_term(terms: &str) { zh: "请从这些里选：{terms}", en: "one of: {terms}" }
    unread_link(what: &str) { zh: "没有找到{what}，或不止一个：请写编号", en: "no such {what}, or several: give the reference" }
}

impl Unread {
    /// What is wrong, in words.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Number(low, high) => unread_number(lang, low, high).into_owned(),
            Self::Date => unread_date(lang).into_owned(),
            Self::Flag => unread_flag(lang).into_owned(),
            Self::Term(terms) => {
                let words: Vec<_> = terms.iter().map(|t| t.label(lang)).collect();
                unread_term(lang, &words.join(lang.comma())).into_owned()
            }
            Self::Link(target) => unread_link(lang, target.label(lang)).into_owned(),
        }
    }
}
