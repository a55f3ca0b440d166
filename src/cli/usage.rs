//! A wrong call in the user's own language: what was not understood, and the nearest right word.

use crate::{domain::failure::Failure, text::Lang};
use clap::error::{ContextKind, ContextValue, ErrorKind};

crate::messages! {
    unknown_argument(given: &str) { zh: "没有这个选项或参数：{given}", en: "there is no option or argument {given}" }
    unknown_command(given: &str) { zh: "没有这个命令：{given}", en: "there is no command {given}" }
    nearest(text: &str, near: &str) { zh: "{text}；是不是 {near}？", en: "{text}; did you mean {near}?" }
    missing(names: &str) { zh: "还缺 {names}", en: "missing: {names}" }
    missing_command() { zh: "还缺子命令", en: "a subcommand is missing" }
    twice(option: &str) { zh: "{option} 写了两次", en: "{option} stands twice" }
    excludes(one: &str, other: &str) { zh: "{one} 和 {other} 不能一起用", en: "{one} can't be used together with {other}" }
    empty_value(option: &str) { zh: "{option} 后面还缺内容", en: "{option} needs a value" }
    bad_value(option: &str, value: &str) { zh: "{option} 的值看不懂：{value}", en: "{option} can't be read: {value}" }
    bad_date(text: &str) { zh: "{text}（日期写成 2026-11-28）", en: "{text} (a date is written 2026-11-28)" }
    bad_path(text: &str) { zh: "{text}（要写本机文件的路径，不能是网址）", en: "{text} (give the path of a local file, no URL)" }
    choices(text: &str, values: &str) { zh: "{text}（可以是 {values}）", en: "{text} (one of {values})" }
    not_utf8() { zh: "参数不是 UTF-8 文字", en: "an argument is not UTF-8 text" }
}

/// What clap found wrong, in words.
pub(super) fn failure(error: &clap::Error, lang: Lang) -> Failure {
    let problem = words(error, lang);
    Failure::WrongUsage {
        problem: crate::text::display::line(&problem),
    }
}

fn words(error: &clap::Error, lang: Lang) -> String {
    let get = |kind| error.get(kind).map(shown).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let text = unknown_argument(lang, &argument);
            let near = get(ContextKind::SuggestedArg);
            with_nearest(&text, &argument, &near, lang)
        }
        ErrorKind::InvalidSubcommand => {
            let given = get(ContextKind::InvalidSubcommand);
            let near = match error.get(ContextKind::SuggestedSubcommand) {
                Some(ContextValue::Strings(all)) => nearest_of(&given, all),
                Some(other) => shown(other),
                None => String::new(),
            };
            with_nearest(&unknown_command(lang, &given), &given, &near, lang)
        }
        ErrorKind::MissingRequiredArgument => missing(lang, &argument).into_owned(),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            missing_command(lang).into_owned()
        }
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg) {
            prior if prior == argument => twice(lang, &argument).into_owned(),
            prior => excludes(lang, &argument, &prior).into_owned(),
        },
        ErrorKind::InvalidUtf8 => not_utf8(lang).into_owned(),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if crate::text::fold::squeeze(&value).is_empty() =>
        {
            empty_value(lang, &argument).into_owned()
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let text = bad_value(lang, &argument, &value);
            let valid = get(ContextKind::ValidValue);
            let names_a = |words: &[&str]| words.iter().any(|w| argument.contains(w));
            if !valid.is_empty() {
                choices(lang, &text, &valid).into_owned()
            } else if argument.starts_with("--lang") {
                choices(lang, &text, &["zh", "en"].join(lang.comma())).into_owned()
            } else if names_a(&["--date", "--to ", "--today"]) {
                bad_date(lang, &text).into_owned()
            } else if names_a(&["FILE", "DIR"]) {
                bad_path(lang, &text).into_owned()
            } else {
                text.into_owned()
            }
        }
        _ => bad_value(lang, &argument, &value).into_owned(),
    }
}

/// Adds the nearest right word where it is near enough to have been meant.
fn with_nearest(text: &str, given: &str, near: &str, lang: Lang) -> String {
    if is_near(given, near) {
        nearest(lang, text, near).into_owned()
    } else {
        text.to_owned()
    }
}

fn nearest_of(given: &str, all: &[String]) -> String {
    let nearest = all.iter().min_by_key(|word| slips(given, word));
    nearest.cloned().unwrap_or_default()
}

/// One slip in four letters, or a word that was not written to its end.
fn is_near(given: &str, near: &str) -> bool {
    let (given, near) = (
        given.trim_start_matches('-').to_lowercase(),
        near.trim_start_matches('-'),
    );
    let length = given.chars().count();
    !near.is_empty()
        && (slips(&given, near) <= length.div_ceil(4) || (length > 2 && near.starts_with(&given)))
}

/// Letters to change, add or leave out to make one word of the other.
fn slips(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.chars().enumerate() {
        let mut next = vec![n + 1];
        for (window, theirs) in row.windows(2).zip(&other) {
            let [diagonal, above] = window else { continue };
            let left = next.last().copied().unwrap_or_default();
            let changed = diagonal + usize::from(letter != *theirs);
            next.push(changed.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::None => String::new(),
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(call: &[&str], lang: Lang) -> String {
        let error = super::super::help::command(lang)
            .try_get_matches_from(call)
            .unwrap_err();
        words(&error, lang)
    }

    #[test]
    fn a_word_that_is_not_near_is_not_proposed() {
        assert_eq!(slips("serch", "search"), 1);
        assert_eq!(slips("", "man"), 3);
        for call in [
            &["zhipei", "delete", "x"][..],
            &["zhipei", "list"],
            &["zhipei", "search", "x", "--verbose"],
            &["zhipei", "contact", "edit", "x"],
        ] {
            let told = problem(call, Lang::En);
            assert!(!told.contains("did you mean"), "{call:?}: {told}");
        }
        for (call, near) in [
            (&["zhipei", "exprt", "people"][..], "export"),
            (&["zhipei", "restor", "x"], "restore"),
            (&["zhipei", "search", "x", "--reveall"], "--reveal"),
        ] {
            let told = problem(call, Lang::En);
            let end = format!("did you mean {near}?");
            assert!(told.ends_with(&end), "{call:?}: {told}");
        }
    }

    #[test]
    fn a_wrong_call_is_told_with_the_nearest_right_word() {
        for (call, zh, en) in [
            (
                &["zhipei", "serch", "x"][..],
                "没有这个命令：serch；是不是 search？",
                "there is no command serch; did you mean search?",
            ),
            (
                &["zhipei", "log", "--dat", "2026-01-01"],
                "没有这个选项或参数：--dat；是不是 --date？",
                "there is no option or argument --dat; did you mean --date?",
            ),
            (
                &["zhipei", "log", "--date", "2026-02-30"],
                "--date <D> 的值看不懂：2026-02-30（日期写成 2026-11-28）",
                "--date <D> can't be read: 2026-02-30 (a date is written 2026-11-28)",
            ),
            (&["zhipei", "search"], "还缺 <QUERY>", "missing: <QUERY>"),
            (
                &["zhipei", "contact"],
                "还缺子命令",
                "a subcommand is missing",
            ),
            (
                &["zhipei", "search", "x", "--batch", "f"],
                "[QUERY] 和 --batch <FILE> 不能一起用",
                "[QUERY] can't be used together with --batch <FILE>",
            ),
            (
                &["zhipei", "--db", "file:x?mode=memory", "check"],
                "--db <FILE> 的值看不懂：file:x?mode=memory（要写本机文件的路径，不能是网址）",
                "--db <FILE> can't be read: file:x?mode=memory (give the path of a local file, no URL)",
            ),
            (
                &["zhipei", "match", "firm", "1"],
                "<KIND> 的值看不懂：firm（可以是 person, vacancy, course）",
                "<KIND> can't be read: firm (one of person, vacancy, course)",
            ),
        ] {
            assert_eq!(problem(call, Lang::Zh), zh, "{call:?}");
            assert_eq!(problem(call, Lang::En), en, "{call:?}");
        }
    }
}
