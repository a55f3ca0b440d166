//! A thing as somebody wrote it, and how it was understood.

/// Text from a file or a form beside its typed reading. The words are never lost, even where they
/// could not be read; an unread value is *not known*, never a default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The words as written, trimmed.
    pub text: String,
    /// What was understood, if anything.
    pub value: Option<T>,
}

impl<T> Written<T> {
    /// Words that nobody has read.
    pub fn unread(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            value: None,
        }
    }

    /// Words with their reading.
    pub fn read(text: impl Into<String>, value: T) -> Self {
        Self {
            text: text.into(),
            value: Some(value),
        }
    }

    /// True where nothing was written.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

impl<T> Default for Written<T> {
    fn default() -> Self {
        Self {
            text: String::new(),
            value: None,
        }
    }
}
