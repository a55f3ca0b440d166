//! A reason in one phrase, where a list has no room for its lines.

use super::people;
use crate::{domain::fit::FitReason, text::Lang};
use std::borrow::Cow;

/// `证书 有叉车证 · 没有记录`: what was held against what, and the words it rests on.
pub(crate) fn phrase(reason: &FitReason) -> String {
    if reason.because.is_empty() {
        reason.what.clone()
    } else {
        format!("{} {}", reason.what, reason.because)
    }
}

/// As [`phrase`], for a list of people: what is sensitive is one neutral mark.
pub(crate) fn on_list(reason: &FitReason, lang: Lang) -> Cow<'static, str> {
    if reason.sensitive {
        people::marked(lang)
    } else {
        phrase(reason).into()
    }
}

/// True for a reason that somebody else can read: two characters or more, not digits or signs alone.
pub(crate) fn in_words(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() >= 2 && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fit::Verdict;

    #[test]
    fn a_reason_is_words() {
        for text in ["", "1", "12", " 嗯 ", "……"] {
            assert!(!in_words(text), "{text}");
        }
        for text in ["本人坚持", "2026年换证", "ok"] {
            assert!(in_words(text), "{text}");
        }
    }

    #[test]
    fn what_is_sensitive_is_one_mark_on_a_list() {
        let mut reason = FitReason {
            verdict: Verdict::Unknown,
            what: "残疾类别".to_owned(),
            because: "限肢体 · 没有记录".to_owned(),
            rule: None,
            ask: None,
            soft: false,
            sensitive: true,
        };
        assert_eq!(on_list(&reason, Lang::Zh), "重点");
        reason.sensitive = false;
        assert_eq!(on_list(&reason, Lang::Zh), "残疾类别 限肢体 · 没有记录");
    }
}
