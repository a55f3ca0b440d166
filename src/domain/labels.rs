//! Closed lists of the counter's own words: each value has a code for files and scripts, the exact
//! Chinese term, an English label, and (for answers by digit) its key.

use crate::text::Lang;

/// One value of a closed list.
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The code used in files, scripts and the journal.
    pub code: &'static str,
    /// The key that answers with it, or a space.
    pub digit: char,
    /// The exact Chinese term.
    pub zh: &'static str,
    /// The English label.
    pub en: &'static str,
}

impl Term {
    /// The label in one language.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// A closed list.
pub type Terms = &'static [Term];

/// The one term that an answer means, however it is written.
pub(crate) fn term(terms: Terms, text: &str) -> Option<&'static Term> {
    let values: Vec<_> = terms
        .iter()
        .enumerate()
        .map(|(at, t)| {
            let digit = (t.digit != ' ').then_some(t.digit);
            (at, digit, [t.code, t.zh, t.en])
        })
        .collect();
    super::loose::meant(&values, text).map(|at| &terms[at])
}

/// Declares a closed list. `"code", 'digit', "中文", "English"`; the digit is `' '` where the list is
/// not answered by digit.
macro_rules! labels {
    ($(#[$meta:meta])* pub enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $code:literal, $digit:literal, $zh:literal, $en:literal; )+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vmeta])* #[doc = $zh] $variant, )+ }

        impl $name {
            /// Every value, in the order of the counter's own list.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The list as terms, for fields that are described as data (`domain::ledger`).
            pub const TERMS: $crate::domain::labels::Terms = &[$(
                $crate::domain::labels::Term { code: $code, digit: $digit, zh: $zh, en: $en },
            )+];

            /// The code used in files, scripts and the journal.
            pub fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The key that answers with this value, if the list is answered by digit.
            pub fn digit(self) -> Option<char> {
                let digit = match self { $( Self::$variant => $digit, )+ };
                (digit != ' ').then_some(digit)
            }

            /// The label in one language.
            pub fn label(self, lang: $crate::text::Lang) -> &'static str {
                match self { $( Self::$variant => lang.pick($zh, $en), )+ }
            }

            /// Reads a code, a Chinese term or an English label (case does not matter).
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                Self::ALL.iter().copied().find(|v| {
                    v.code().eq_ignore_ascii_case(text)
                        || v.label($crate::text::Lang::Zh) == text
                        || v.label($crate::text::Lang::En).eq_ignore_ascii_case(text)
                })
            }

            /// Reads an answer as people write one: a code, a term or label in whole or in its short
            /// form (`退出` for `退出服务范围(…)`, `村干部` for `村(居)干部`), a digit, or a digit with its
            /// word. `None` where the words could mean two values.
            pub fn parse_loose(text: &str) -> Option<Self> {
                use $crate::text::Lang;
                let values: Vec<_> = Self::ALL
                    .iter()
                    .map(|v| (*v, v.digit(), [v.code(), v.label(Lang::Zh), v.label(Lang::En)]))
                    .collect();
                $crate::domain::loose::meant(&values, text)
            }

            /// The value that a digit key answers with.
            pub fn from_digit(digit: char) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.digit() == Some(digit))
            }
        }
    };
}
pub(crate) use labels;
