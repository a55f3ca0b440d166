//! How a person is written on lists and headers: masked, and so that namesakes can be told apart.

use crate::{
    domain::{
        hit::{Hit, HitBy, HitField},
        person::PersonSummary,
    },
    text::Lang,
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

/// Why somebody was found, in the words of the strongest match: `拼音首字母`, `证号尾号`.
pub(crate) fn reason(lang: Lang, hit: &Hit) -> String {
    let mut words: Vec<String> = Vec::new();
    for found in &hit.matched {
        let field = found.field.label(lang);
        let by = found.by.label(lang);
        let reason = match (found.field, found.by) {
            (HitField::IdNumber, HitBy::Tail) => by_id_tail(lang).into_owned(),
            (HitField::Phone, HitBy::Tail) => phone_tail(lang).into_owned(),
            (HitField::IdNumber, _) => id_part(lang).into_owned(),
            (HitField::Name, HitBy::Exact | HitBy::Prefix | HitBy::Infix) => field.to_owned(),
            (HitField::Name, _) => by.to_owned(),
            (_, HitBy::Exact | HitBy::Prefix | HitBy::Infix | HitBy::Tail) => field.to_owned(),
            (_, HitBy::Initials) => by_initials(lang, field).into_owned(),
            _ if lang == Lang::En => field.to_owned(),
            _ => format!("{field}{by}"),
        };
        if !words.contains(&reason) {
            words.push(reason);
        }
    }
    words.join("+")
}
