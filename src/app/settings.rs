//! Where things are and what was chosen: flag, then environment, then `config.toml`, then the system.
//!
//! Absent on purpose: what a theme or a key set is; only whether there is one of that name.

use crate::{
    domain::{cause::Cause, failure::Failure},
    keymap,
    text::{Lang, display},
    ui::ThemeName,
};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
};

/// The largest configuration file that is read.
const LARGEST: u64 = 1_000_000;

crate::messages! {
    unknown_key(path: &str, line: usize, key: &str) {
        zh: "配置文件 {path} 第 {line} 行：不认识的项 {key}，已忽略",
        en: "{path} line {line}: unknown setting {key}, ignored"
    }
    unknown_value(path: &str, line: usize, key: &str, value: &str, known: &str) {
        zh: "配置文件 {path} 第 {line} 行：{key} 不能是 {value}（可以是 {known}），已用默认",
        en: "{path} line {line}: {key} can't be {value} (one of {known}); the default is used"
    }
    relative_db() {
        zh: "找不到本机的数据文件夹，请用 --db 指明数据库文件",
        en: "This computer names no data folder; name the database with --db"
    }
}

/// What flags and environment say; both are read by the command line.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// `--db` or `ZHIPEI_DB`.
    pub database: Option<PathBuf>,
    /// `--config`.
    pub config_dir: Option<PathBuf>,
    /// `--lang` or `ZHIPEI_LANG`.
    pub lang: Option<Lang>,
    /// `--operator` or `ZHIPEI_OPERATOR`.
    pub operator: Option<String>,
}

/// What holds for this run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The database file; `None` where the system names no data folder and nobody else did.
    pub database: Option<PathBuf>,
    /// Where `config.toml` and the clerk's own key file live.
    pub config_dir: Option<PathBuf>,
    /// Language of screen and words.
    pub lang: Lang,
    /// Who works, if it was said.
    pub operator: Option<String>,
    /// Name of the theme, if a known one was chosen.
    pub theme: Option<String>,
    /// Name of the key set, if a known one was chosen.
    pub keymap: Option<String>,
    /// Things in the configuration that were passed over, in words.
    pub warnings: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct File {
    lang: Option<String>,
    operator: Option<String>,
    theme: Option<String>,
    keymap: Option<String>,
    #[serde(flatten)]
    unknown: BTreeMap<String, toml::Value>,
}

impl File {
    /// Settings that nobody knows, and values that a known setting can't have, each with its line.
    fn warnings(&self, lang: Lang, shown: &str, text: &str) -> Vec<String> {
        let themes: Vec<&str> = ThemeName::ALL.iter().map(|(name, _)| *name).collect();
        let mut found: Vec<(usize, String)> = self
            .unknown
            .keys()
            .map(|key| {
                let line = line_of_key(text, key);
                let words = unknown_key(lang, shown, line, &display::line(key));
                (line, words.into_owned())
            })
            .collect();
        let values = [
            ("lang", &self.lang, &["zh", "en"][..]),
            ("theme", &self.theme, &themes),
            ("keymap", &self.keymap, keymap::SHIPPED),
        ];
        for (key, value, known) in values {
            let is_known = |value: &str| match key {
                "lang" => Lang::named(value).is_some(),
                _ => known.contains(&value),
            };
            if let Some(value) = value.as_deref().filter(|v| !is_known(v)) {
                let line = line_of_key(text, key);
                let known = known.join(lang.comma());
                let value = display::line(value);
                let words = unknown_value(lang, shown, line, key, &value, &known);
                found.push((line, words.into_owned()));
            }
        }
        found.sort();
        found.into_iter().map(|(_, words)| words).collect()
    }
}

impl Settings {
    /// Puts together what holds.
    ///
    /// # Errors
    /// [`Failure::ConfigBad`] with file and line where `config.toml` can't be understood,
    /// [`Failure::FileUnreadable`] where it can't be read.
    pub fn load(given: Given) -> Result<Self, Failure> {
        let config_dir = given.config_dir.or_else(|| {
            directories::ProjectDirs::from("", "", "zhipei").map(|d| d.config_dir().to_owned())
        });
        let mut file = File::default();
        let mut contents = String::new();
        let mut shown = String::new();
        if let Some(path) = config_dir.as_ref().map(|d| d.join("config.toml"))
            && let Some(text) = read(&path)?
        {
            shown = crate::text::display::line(&path.to_string_lossy());
            file = parse(&shown, &text)?;
            contents = text;
        }
        let written = file.lang.as_deref().and_then(Lang::named);
        let lang = given.lang.or(written).unwrap_or_else(system_lang);
        let warnings = file.warnings(lang, &shown, &contents);
        let theme = file.theme.filter(|name| ThemeName::parse(name).is_some());
        let keymap = file.keymap.filter(|name| keymap::shipped(name).is_some());
        Ok(Self {
            database: given.database.or_else(|| {
                directories::ProjectDirs::from("", "", "zhipei")
                    .map(|d| d.data_dir().join("zhipei.db"))
            }),
            config_dir,
            lang,
            operator: given.operator.or(file.operator),
            theme,
            keymap,
            warnings,
        })
    }

    /// The database file.
    ///
    /// # Errors
    /// Where neither the caller nor the system names a place.
    pub fn database(&self) -> Result<&Path, Failure> {
        self.database.as_deref().ok_or_else(|| Failure::WrongUsage {
            problem: relative_db(self.lang).into_owned(),
        })
    }
}

/// The language of the system, for words that are needed before the settings are known.
pub fn system_lang() -> Lang {
    Lang::from_tag(&locale())
}

fn locale() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    let shown = crate::text::display::line(&path.to_string_lossy());
    let unreadable = |detail: String| Failure::FileUnreadable {
        path: shown.clone(),
        detail,
    };
    let found = match std::fs::metadata(path) {
        Ok(found) => found,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(unreadable(Cause::of(&e))),
    };
    if found.is_dir() {
        return Err(Failure::FileIsFolder { path: shown });
    }
    if found.len() > LARGEST {
        return Err(Failure::FileTooLarge {
            path: shown,
            limit: "1 MB".to_owned(),
        });
    }
    let bytes = std::fs::read(path).map_err(|e| unreadable(Cause::of(&e)))?;
    let text = String::from_utf8(bytes).map_err(|e| {
        let line = 1 + e.as_bytes()[..e.utf8_error().valid_up_to()]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        Failure::ConfigBad {
            path: shown.clone(),
            line: line.to_string(),
            detail: Cause::NotUtf8.code().to_owned(),
        }
    })?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

fn parse(shown: &str, text: &str) -> Result<File, Failure> {
    toml::from_str(text).map_err(|e| {
        let at = e.span().map_or(0, |s| s.start).min(text.len());
        let line = 1 + text
            .as_bytes()
            .iter()
            .take(at)
            .filter(|b| **b == b'\n')
            .count();
        Failure::ConfigBad {
            path: shown.to_owned(),
            line: line.to_string(),
            detail: Cause::of_configuration(e.message()).code().to_owned(),
        }
    })
}

/// The line on which a top-level key stands; 1 where it can't be told (a quoted key).
fn line_of_key(text: &str, key: &str) -> usize {
    let names_it = |line: &str| {
        let line = line.trim_start().trim_start_matches('[');
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
    };
    text.lines().position(names_it).map_or(1, |n| n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(config: &[u8]) -> Result<Settings, Failure> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.toml"), config).unwrap();
        Settings::load(Given {
            config_dir: Some(folder.path().to_owned()),
            ..Given::default()
        })
    }

    #[test]
    fn the_file_holds_where_nothing_else_was_said() {
        let settings =
            load("\u{feff}lang = \"en\"\noperator = \"梁敏\"\nkeymap = \"vim\"\n".as_bytes())
                .unwrap();
        assert_eq!(settings.lang, Lang::En);
        assert_eq!(settings.operator.as_deref(), Some("梁敏"));
        assert_eq!(settings.keymap.as_deref(), Some("vim"));
        assert!(settings.warnings.is_empty());
    }

    #[test]
    fn an_unknown_setting_is_a_warning_with_its_line() {
        let settings = load(b"lang = \"en\"\n\ncolor = 1\n").unwrap();
        assert_eq!(settings.warnings.len(), 1);
        assert!(
            settings.warnings[0].contains("line 3: unknown setting color"),
            "{:?}",
            settings.warnings
        );
    }

    #[test]
    fn a_value_that_is_not_known_is_a_warning_with_its_line() {
        let settings =
            load(b"operator = \"x\"\nlang = \"fr\"\ntheme = \"pink\"\nkeymap = \"emacs\"\n")
                .unwrap();
        let words = settings.warnings.join("\n");
        assert_eq!(settings.warnings.len(), 3, "{words}");
        for (line, value) in [("2", "fr"), ("3", "pink"), ("4", "emacs")] {
            let told = settings.warnings.iter().find(|w| w.contains(value));
            let told = told.unwrap_or_else(|| panic!("{value}: {words}"));
            assert!(
                told.contains("config.toml") && told.contains(line),
                "{told}"
            );
        }
        assert_eq!((settings.theme, settings.keymap), (None, None));
    }

    #[test]
    fn a_wrong_file_is_named_with_its_line() {
        for (config, line) in [
            (&b"lang = \"en\"\noperator = \n"[..], "2"),
            (b"lang = 3\n", "1"),
            (b"lang = \"en\"\noperator = \"\xc1\xba\"\n", "2"),
        ] {
            match load(config) {
                Err(Failure::ConfigBad { line: at, path, .. }) => {
                    assert_eq!(at, line);
                    assert!(path.ends_with("config.toml"));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_flag_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.toml"), "lang = \"en\"\n").unwrap();
        let settings = Settings::load(Given {
            config_dir: Some(folder.path().to_owned()),
            lang: Some(Lang::Zh),
            ..Given::default()
        })
        .unwrap();
        assert_eq!(settings.lang, Lang::Zh);
    }
}
