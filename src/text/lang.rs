//! The two languages of the program, and the one catalogue macro for its words.

/// A language of screen, messages and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Chinese (简体中文), the language of the counter.
    #[default]
    Zh,
    /// English, complete, so that someone who reads no Chinese can judge every screen.
    En,
}

impl Lang {
    /// Reads a locale or a flag value: `en*` is English, anything else Chinese.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Zh
        }
    }

    /// The language that a flag value or a setting names (`zh`, `en-GB`, `zh_CN.UTF-8`), if it is one
    /// of the two.
    pub fn named(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.split(['-', '_', '.', '@']).next() {
            Some("zh") => Some(Self::Zh),
            Some("en") => Some(Self::En),
            _ => None,
        }
    }

    /// What stands between the members of a list.
    pub fn comma(self) -> &'static str {
        self.pick("、", ", ")
    }

    /// Picks the text of this language.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Turns one catalogue literal into text; the dead `format_args!` makes a stray `{name}` in a text
/// without arguments a compile error.
#[macro_export]
#[doc(hidden)]
macro_rules! catalogue_text {
    ($l:literal) => {{
        if false {
            let _ = format_args!($l);
        }
        std::borrow::Cow::Borrowed($l)
    }};
    ($l:literal, $($a:ident),+) => { std::borrow::Cow::Owned(format!($l, $($a = $a),+)) };
}

/// Declares messages in both languages side by side; a missing one does not compile.
///
/// Each message becomes a function of the module: `name(lang, arguments…) -> Cow<'static, str>`.
///
/// ```
/// zhipei::messages! {
///     greeting(name: &str) { zh: "你好，{name}", en: "Hello, {name}" }
///     quit() { zh: "退出", en: "Quit" }
/// }
/// use zhipei::text::Lang;
/// assert_eq!(greeting(Lang::Zh, "李明"), "你好，李明");
/// assert_eq!(quit(Lang::En), "Quit");
/// ```
#[macro_export]
macro_rules! messages {
    ($( $name:ident ( $($a:ident : $t:ty),* ) { zh: $zh:literal, en: $en:literal } )*) => {
        $(
            #[doc = concat!("`", $en, "`")]
            #[allow(unreachable_pub, reason = "a catalogue is as visible as the module that holds it")]
            pub fn $name(lang: $crate::text::Lang $(, $a: $t)*) -> std::borrow::Cow<'static, str> {
                match lang {
                    $crate::text::Lang::Zh => $crate::catalogue_text!($zh $(, $a)*),
                    $crate::text::Lang::En => $crate::catalogue_text!($en $(, $a)*),
                }
            }
        )*
    };
}
