//! How a person is written on lists and headers: masked, and so that namesakes can be told apart.

use crate::{
    domain::{
        hit::{Hit, HitBy, HitField, HitMatch},
        person::PersonSummary,
    },
    text::{Lang, width},
};
use chrono::{Datelike, NaiveDate, Weekday};

crate::messages! {
    marked() { zh: "重点", en: "Priority" }
    tail(name: &str, tail: &str) { zh: "{name}(尾号{tail})", en: "{name} (id ..{tail})" }
    years(age: i32) { zh: "{age}岁", en: "age {age}" }
    promised(day: &str) { zh: "约{day}", en: "promised {day}" }
    overdue(days: i64) { zh: "超期{days}天", en: "{days} days overdue" }
    today() { zh: "今天", en: "today" }
    tomorrow() { zh: "明天", en: "tomorrow" }
    yesterday() { zh: "昨天", en: "yesterday" }
    by_id_tail() { zh: "证号尾号", en: "Id tail" }
    id_part() { zh: "证号", en: "Id" }
    by_initials(field: &str) { zh: "{field}首字母", en: "{field}" }
    phone_tail() { zh: "电话尾号", en: "Phone tail" }
    phone_part() { zh: "电话", en: "Phone" }
    one_digit(field: &str) { zh: "{field}差一位", en: "{field}, one digit off" }
    about(people: &str) { zh: "约 {people}", en: "about {people}" }
    other_reading() { zh: "另读", en: "also read" }
    fuzzy_sound() { zh: "模糊音", en: "near" }
    same_sound() { zh: "同音", en: "same sound" }
    look_alike() { zh: "形近", en: "look-alike" }
    heard_as(what: &str, typed: &str, written: &str) { zh: "{what}（输入的是 {typed}，档案是 {written}）", en: "{what} (typed {typed}, on file {written})" }
    same_work() { zh: "同工种", en: "same work" }
}

/// Cells of a column of names: as wide as the longest, within what a table can give to it.
pub(crate) fn name_column<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(width::cells).max().unwrap_or(0).clamp(8, 16)
}

/// `1 person`, `2 people`, `2人`.
pub(crate) fn count(lang: Lang, people: usize) -> String {
    match (lang, people) {
        (Lang::Zh, _) => format!("{people} 人"),
        (Lang::En, 1) => "1 person".to_owned(),
        (Lang::En, _) => format!("{people} people"),
    }
}

/// As [`count`], and whether it was counted person by person.
pub(crate) fn counted(lang: Lang, people: usize, is_about: bool) -> String {
    let count = count(lang, people);
    if is_about {
        about(lang, &count).into_owned()
    } else {
        count
    }
}

/// Last four of a masked id number; empty where none is known.
pub(crate) fn id_tail(id_masked: &str) -> &str {
    let cut = id_masked
        .char_indices()
        .rev()
        .nth(3)
        .map_or(0, |(at, _)| at);
    &id_masked[cut..]
}

/// `李明朗(尾号3217)`; the name alone where no id number is known.
pub(crate) fn named(lang: Lang, summary: &PersonSummary) -> String {
    named_by(lang, &summary.name, id_tail(&summary.id_masked))
}

/// As [`named`] in at most `cells`: the name is cut before the tail, by which namesakes are told
/// apart.
pub(crate) fn named_within(lang: Lang, summary: &PersonSummary, cells: usize) -> String {
    let tail = named_by(lang, "", id_tail(&summary.id_masked));
    let name = width::fit(
        &summary.name,
        cells.saturating_sub(width::cells(&tail)).max(4),
    );
    named_by(lang, &name, id_tail(&summary.id_masked))
}

/// As [`named`], from its parts.
pub(crate) fn named_by(lang: Lang, name: &str, id_tail: &str) -> String {
    if id_tail.is_empty() {
        name.to_owned()
    } else {
        tail(lang, name, id_tail).into_owned()
    }
}

/// The groups of a list line: plain ones by name, sensitive ones as one neutral mark at the end.
pub(crate) fn groups(lang: Lang, summary: &PersonSummary) -> String {
    let mut words: Vec<&str> = Vec::new();
    for group in summary.groups.iter().filter(|group| !group.is_sensitive()) {
        words.push(match lang {
            Lang::Zh => group.short_zh(),
            Lang::En => group.label(lang),
        });
    }
    let mark = marked(lang);
    if summary.groups.iter().any(|group| group.is_sensitive()) {
        words.insert(0, &mark);
    }
    words.join(" ")
}

/// `今天`, `明天`, `周五`, `11-28` or a full date, whichever is shortest and clear.
pub(crate) fn day(lang: Lang, day: NaiveDate, now: NaiveDate) -> String {
    let days = (day - now).num_days();
    match days {
        0 => today(lang).into_owned(),
        1 => tomorrow(lang).into_owned(),
        -1 => yesterday(lang).into_owned(),
        2..=6 => weekday(lang, day).to_owned(),
        _ if day.year() == now.year() => day.format("%m-%d").to_string(),
        _ => day.format("%Y-%m-%d").to_string(),
    }
}

/// `周五` / `Fri`.
pub(crate) fn weekday(lang: Lang, day: NaiveDate) -> &'static str {
    let (zh, en) = match day.weekday() {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    lang.pick(zh, en)
}

/// `约周五`, or `超期3天` where the day is gone.
pub(crate) fn promise(lang: Lang, due: NaiveDate, now: NaiveDate) -> String {
    if due < now {
        overdue(lang, (now - due).num_days()).into_owned()
    } else {
        promised(lang, &day(lang, due, now)).into_owned()
    }
}

/// Why somebody was found, one word of the box after the other: `拼音首字母`, `证号尾号`,
/// `模糊音 n/l`.
pub(crate) fn reason(lang: Lang, hit: &Hit) -> String {
    reasons(lang, &hit.matched)
}

/// The same of matches.
pub(crate) fn reasons(lang: Lang, matched: &[HitMatch]) -> String {
    let mut words: Vec<String> = Vec::new();
    // A filter surprises nobody; it is a reason where it is the only one.
    let words_of_box: Vec<&HitMatch> = matched.iter().filter(|m| !is_filter(m)).collect();
    let all: Vec<&HitMatch> = matched.iter().collect();
    let told = if words_of_box.is_empty() {
        all
    } else {
        words_of_box
    };
    for found in told {
        let reason = short(lang, found);
        if !words.contains(&reason) {
            words.push(reason);
        }
    }
    words.join("+")
}

fn is_filter(found: &HitMatch) -> bool {
    let fields = [
        HitField::Group,
        HitField::Status,
        HitField::Worker,
        HitField::LastContact,
    ];
    fields.contains(&found.field) && found.by == HitBy::Infix
}

fn short(lang: Lang, found: &HitMatch) -> String {
    let field = found.field.label(lang);
    let by = found.by.label(lang);
    let is_name = found.field == HitField::Name;
    let heard = match found.by {
        HitBy::OtherReading => other_reading(lang),
        HitBy::FuzzySound => fuzzy_sound(lang),
        HitBy::SameSound => same_sound(lang),
        HitBy::LookAlike => look_alike(lang),
        HitBy::SameWork => same_work(lang),
        _ => "".into(),
    };
    match (found.field, found.by) {
        (HitField::IdNumber, HitBy::Tail) => by_id_tail(lang).into_owned(),
        (HitField::Phone, HitBy::Tail) => phone_tail(lang).into_owned(),
        (HitField::IdNumber, HitBy::Typo) => one_digit(lang, &id_part(lang)).into_owned(),
        (HitField::Phone, HitBy::Typo) => one_digit(lang, &phone_part(lang)).into_owned(),
        (HitField::IdNumber, _) => id_part(lang).into_owned(),
        (_, HitBy::SameWork) => heard.into_owned(),
        _ if !heard.is_empty() => match &found.heard {
            Some((typed, written)) if is_name => format!("{heard} {typed}/{written}"),
            Some((typed, written)) => format!("{field} {heard} {typed}/{written}"),
            None if is_name => by.to_owned(),
            None => format!("{field} {heard}"),
        },
        (HitField::Name, HitBy::Exact | HitBy::Prefix | HitBy::Infix) => field.to_owned(),
        (HitField::Name, _) => by.to_owned(),
        (_, HitBy::Exact | HitBy::Prefix | HitBy::Infix | HitBy::Tail) => field.to_owned(),
        (_, HitBy::Initials) => by_initials(lang, field).into_owned(),
        (_, _) if lang == Lang::En => format!("{field}, {}", by.to_lowercase()),
        (_, _) => format!("{field}{by}"),
    }
}

/// The same of one match, in full: `姓名：模糊音（输入 n，档案 l）`.
pub(crate) fn ground(lang: Lang, found: &HitMatch) -> String {
    let colon = lang.pick("：", ": ");
    let what = format!("{}{colon}{}", found.field.label(lang), found.by.label(lang));
    match &found.heard {
        Some((typed, written)) => heard_as(lang, &what, typed, written).into_owned(),
        None => what,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::fixtures::summary;

    #[test]
    fn a_long_name_is_cut_and_its_tail_is_not() {
        let mut person = summary(1);
        person.name = "阿卜杜热合曼·买买提艾力".to_owned();
        for (lang, tail) in [(Lang::Zh, "(尾号3217)"), (Lang::En, " (id ..3217)")] {
            let shown = named_within(lang, &person, 26);
            assert!(
                shown.ends_with(tail) && width::cells(&shown) <= 26,
                "{shown}"
            );
        }
    }
}
