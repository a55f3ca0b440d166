//! The commands that the palette knows, and which of them is meant by what was typed.

use super::words;
use crate::ui::words::initials::initials;
use crate::{
    text::{Lang, fold},
    ui::{
        cx::Cx,
        global,
        screen::ActionHelp,
        screens::{self, HOMES},
    },
};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// A command to choose.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) section: &'static str,
    pub(super) action: &'static str,
    /// What is shown.
    pub(super) words: String,
    pub(super) keys: String,
    /// Why it can't be run now: greyed, not hidden.
    pub(super) refused: Option<String>,
    /// What is searched: phrases of both languages, first letters, the screen that it belongs to.
    phrases: Vec<String>,
    place: String,
}

/// How well a row is meant; lower is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A phrase, its first letters, or a key begins so.
    Begins,
    /// It stands inside of one.
    Inside,
    /// The screen is called so.
    Place,
}

/// This screen's own commands first, then those that hold everywhere, then the other screens'. The
/// first row is always what prints or exports this screen.
pub(super) fn rows(cx: &Cx<'_>, refused: &[(&'static str, String)]) -> Vec<Row> {
    let here = screens::all()
        .into_iter()
        .find(|info| info.name == cx.below);
    let reason = |name: &str| {
        let found = refused.iter().find(|(action, _)| *action == name);
        found.map(|(_, reason)| reason.clone())
    };
    let page = ActionHelp {
        name: "export",
        zh: words::PAGE_ZH,
        en: words::PAGE_EN,
    };
    let mut rows = vec![row(cx, cx.below, "", page)];
    let exports = here
        .iter()
        .flat_map(|info| &info.actions)
        .any(|action| action.name == page.name);
    rows[0].refused = if exports {
        reason(page.name)
    } else {
        Some(words::no_page(cx.lang).into_owned())
    };
    for action in here.into_iter().flat_map(|info| info.actions) {
        rows.push(Row {
            refused: reason(action.name),
            ..row(cx, cx.below, "", action)
        });
    }
    let everywhere = global::global_actions();
    rows.extend(
        everywhere
            .into_iter()
            .filter(|action| action.name != "palette")
            .map(|action| row(cx, "global", "", action)),
    );
    for info in screens::all() {
        if info.name == cx.below {
            continue;
        }
        let title = (info.title)(cx.lang);
        let led_to = HOMES.iter().any(|(_, way)| way().name() == info.name);
        rows.extend(info.actions.into_iter().map(|action| Row {
            refused: (!led_to).then(|| words::open_first(cx.lang, title).into_owned()),
            ..row(cx, info.name, title, action)
        }));
    }
    rows
}

fn row(cx: &Cx<'_>, section: &'static str, title: &str, action: ActionHelp) -> Row {
    let words = action.words(cx.lang);
    let keys = cx.keys(section, action.name);
    let mut phrases = Vec::new();
    for text in [
        action.zh,
        action.en,
        &initials(action.zh),
        action.name,
        &keys,
    ] {
        phrases.extend(
            text.split(|c: char| !c.is_alphanumeric() && c != '+')
                .filter(|phrase| !phrase.is_empty())
                .map(str::to_lowercase),
        );
    }
    Row {
        section,
        action: action.name,
        words: if title.is_empty() {
            words.to_owned()
        } else {
            let colon = cx.lang.pick("：", ": ");
            format!("{title}{colon}{words}")
        },
        keys,
        refused: None,
        phrases,
        place: format!("{title} {}", initials(title)).to_lowercase(),
    }
}

impl Row {
    fn rank(&self, word: &str) -> Option<Rank> {
        let any = |test: fn(&str, &str) -> bool| self.phrases.iter().any(|p| test(p, word));
        if any(|phrase, word| phrase.starts_with(word)) {
            Some(Rank::Begins)
        } else if any(|phrase, word| phrase.contains(word)) {
            Some(Rank::Inside)
        } else {
            self.place.contains(word).then_some(Rank::Place)
        }
    }
}

/// The rows that hold every word typed, best first; where none does, those that come near.
pub(super) fn matching<'a>(all: &'a [Row], typed: &str) -> Vec<&'a Row> {
    let typed = fold::fold_width(typed.trim()).to_lowercase();
    let mut found: Vec<(Rank, &Row)> = all
        .iter()
        .filter_map(|row| {
            let ranks: Option<Vec<Rank>> = typed
                .split_whitespace()
                .map(|word| row.rank(word))
                .collect();
            Some((ranks?.into_iter().max().unwrap_or(Rank::Begins), row))
        })
        .collect();
    if !found.is_empty() {
        found.sort_by_key(|(rank, _)| *rank);
        return found.into_iter().map(|(_, row)| row).collect();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut near: Vec<(i64, &Row)> = all
        .iter()
        .filter_map(|row| Some((matcher.fuzzy_match(&row.phrases.join(" "), &typed)?, row)))
        .collect();
    near.sort_by_key(|(score, _)| -score);
    near.into_iter().map(|(_, row)| row).collect()
}

/// The words of a row with the reason why it can't be run.
pub(super) fn shown(row: &Row, lang: Lang) -> String {
    match &row.refused {
        Some(reason) => words::greyed(lang, &row.words, reason).into_owned(),
        None => row.words.clone(),
    }
}
