//! Find a command (找功能): every command by its words, made from the action tables.

mod words;

use crate::{
    text::Lang,
    ui::{
        cx::Cx,
        global,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens,
        widgets::{Input, Line, List, popup, window},
    },
};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Commands that can't be run now, each with the reason: greyed, not hidden.
pub(crate) type Refused = Vec<(&'static str, String)>;

/// A command to choose.
#[derive(Debug, Clone)]
struct Row {
    section: &'static str,
    action: &'static str,
    words: String,
    keys: String,
    refused: Option<String>,
}

/// State.
pub(crate) struct Palette {
    input: Input,
    all: Vec<Row>,
    list: List,
}

impl Screen for Palette {
    type Args = Refused;
    type Msg = ();
    const NAME: &'static str = "palette";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;

    fn title(lang: Lang) -> &'static str {
        lang.pick("找功能", "Find a command")
    }

    fn open(refused: Refused, cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            input: Input::default(),
            all: rows(cx, &refused),
            list: List::default(),
        };
        (screen, Step::stay())
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let rows = self.matching();
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => match rows.get(self.list.selected) {
                Some(row) => Step::go(Nav::Run(row.section.to_owned(), row.action.to_owned())),
                None => Step::stay(),
            },
            other => {
                let len = rows.len();
                self.list.shift(other, len, usize::from(cx.body.1) / 2);
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        if self.input.edit(&edit) {
            self.list.selected = 0;
        }
        Some(Step::stay())
    }

    fn focus(&self) -> Focus {
        Focus::Text { empty: false }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let rows = self.matching();
        let height = u16::try_from(self.all.len() + 3)
            .unwrap_or(u16::MAX)
            .min(area.height.saturating_sub(2));
        let size = (area.width.saturating_sub(10).min(72), height);
        let inside = popup(area, size, Self::title(cx.lang), cx.theme, buf);
        let field = Rect {
            height: 1,
            ..inside
        };
        let caret = self.input.draw(field, buf, cx.theme);
        let height = usize::from(inside.height.saturating_sub(1));
        let shown = window(rows.len(), self.list.selected, height);
        for (index, row) in shown.enumerate() {
            let at = Rect {
                y: inside.y + 1 + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..inside
            };
            let selected = row == self.list.selected;
            let style = match (selected, &rows[row].refused) {
                (true, _) => cx.theme.selected,
                (false, Some(_)) => cx.theme.dim,
                (false, None) => cx.theme.text,
            };
            buf.set_style(at, style);
            let words = match &rows[row].refused {
                Some(reason) => format!("{} ({reason})", rows[row].words),
                None => rows[row].words.clone(),
            };
            Line::new(buf, at)
                .text(if selected { "> " } else { "  " }, style)
                .column(&words, usize::from(inside.width).saturating_sub(22), style)
                .column(&rows[row].keys, 18, style);
        }
        if rows.is_empty() {
            let at = Rect {
                y: inside.y + 1,
                height: 1,
                ..inside
            };
            Line::new(buf, at).text(&words::none(cx.lang), cx.theme.text);
        }
        Some(caret)
    }
}

impl Palette {
    /// Commands whose words (of either language) hold what was typed, best first.
    fn matching(&self) -> Vec<&Row> {
        let typed = crate::text::fold::fold_width(self.input.text().trim());
        if typed.is_empty() {
            return self.all.iter().collect();
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        let mut scored: Vec<(i64, usize)> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(index, row)| {
                let hay = format!(
                    "{} {} {}",
                    row.words,
                    row.action.replace('_', " "),
                    row.keys
                );
                matcher
                    .fuzzy_match(&hay, &typed)
                    .map(|score| (score, index))
            })
            .collect();
        scored.sort_by_key(|(score, index)| (-score, *index));
        scored
            .into_iter()
            .filter_map(|(_, index)| self.all.get(index))
            .collect()
    }
}

fn rows(cx: &Cx<'_>, refused: &Refused) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut push = |section: &'static str, actions: Vec<crate::ui::screen::ActionHelp>| {
        rows.extend(actions.into_iter().map(|action| {
            Row {
                section,
                action: action.name,
                words: action.words(cx.lang).to_owned(),
                keys: cx.keymap.shown(section, action.name),
                refused: refused
                    .iter()
                    .find(|(name, _)| section != "global" && *name == action.name)
                    .map(|(_, reason)| reason.clone()),
            }
        }));
    };
    if let Some(info) = screens::all()
        .into_iter()
        .find(|info| info.name == cx.below)
    {
        push(info.name, info.actions);
    }
    let mut everywhere = global::global_actions();
    everywhere.retain(|action| action.name != "palette");
    push("global", everywhere);
    rows
}
