//! The status line: what was done, to whom, or why not.

use crate::{domain::failure::Failure, text::Lang};

/// Tone of a notice; shown as a word or sign as well as a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something to know.
    Info,
    /// Something was done.
    Done,
    /// Something can't be done.
    Warning,
}

/// Words on the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) tone: Tone,
    pub(crate) text: String,
}

impl Notice {
    pub(crate) fn info(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Info,
            text: text.into(),
        }
    }

    pub(crate) fn done(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Done,
            text: text.into(),
        }
    }

    pub(crate) fn warning(text: impl Into<String>) -> Self {
        Self {
            tone: Tone::Warning,
            text: text.into(),
        }
    }

    /// What happened, what is safe, what to do.
    pub(crate) fn failed(failure: &Failure, lang: Lang) -> Self {
        let words = failure.words(lang);
        let stop = lang.pick("。", ". ");
        let gap = lang.pick("", " ");
        Self::warning(format!(
            "{}{stop}{}{gap}{}",
            words.what, words.safe, words.advice
        ))
    }
}
