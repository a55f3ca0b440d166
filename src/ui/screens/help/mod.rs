//! Help (帮助): every command of this screen with its keys, made from the action tables and the key
//! file, so that it can't drift from them.

mod words;

use crate::{
    text::{Lang, width},
    ui::{
        cx::Cx,
        global,
        screen::{Action, ActionHelp, Common, Nav, Screen, Step},
        screens,
        widgets::{Line, List, popup, scrolled, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// State.
pub(crate) struct Help {
    list: List,
}

impl Screen for Help {
    type Args = ();
    type Msg = ();
    const NAME: &'static str = "help";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("帮助", "Help")
    }

    fn open((): (), _cx: &Cx<'_>) -> (Self, Step) {
        let list = List::default();
        (Self { list }, Step::stay())
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back | Common::Open => Step::go(Nav::Back),
            other => {
                let page = usize::from(cx.body.1.saturating_sub(4));
                if other == Common::Down && self.list.selected == 0 {
                    self.list.selected = page / 2;
                }
                self.list.shift(other, wrapped(cx).0.len(), page);
                Step::stay()
            }
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (lines, keys) = wrapped(cx);
        let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let size = (columns(area.width), rows.min(area.height.saturating_sub(2)));
        let height = usize::from(size.1.saturating_sub(2));
        let place = scrolled(lines.len(), self.list.selected, height);
        let title = format!("{} {place}", Self::title(cx.lang));
        let inside = popup(area, size, title.trim(), cx.theme, buf);
        let shown = window(lines.len(), self.list.selected, height);
        for (index, line) in lines[shown].iter().enumerate() {
            let at = Rect {
                y: inside.y + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..inside
            };
            if line.heading {
                Line::new(buf, at).text(&line.words, cx.theme.title);
            } else {
                Line::new(buf, at)
                    .text("  ", cx.theme.text)
                    .column(&line.keys, keys, cx.theme.key)
                    .text(&line.words, cx.theme.text);
            }
        }
        None
    }
}

struct HelpLine {
    heading: bool,
    keys: String,
    words: String,
}

fn columns(body: u16) -> u16 {
    body.saturating_sub(8).min(84)
}

/// The lines as they fit the box, and the width of their keys.
fn wrapped(cx: &Cx<'_>) -> (Vec<HelpLine>, usize) {
    let lines = lines(cx);
    let widest = lines.iter().map(|line| width::cells(&line.keys)).max();
    let keys = widest.unwrap_or(0).min(26);
    // The border, two blanks before the keys and one after them.
    let room = usize::from(columns(cx.body.0)).saturating_sub(4 + 2 + keys + 1);
    let mut fitting = Vec::new();
    for line in lines {
        if line.heading {
            fitting.push(line);
            continue;
        }
        let mut shown = line.keys;
        for words in width::wrap(&line.words, room) {
            fitting.push(HelpLine {
                heading: false,
                keys: std::mem::take(&mut shown),
                words,
            });
        }
    }
    (fitting, keys)
}

fn lines(cx: &Cx<'_>) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    if let Some(info) = screens::all()
        .into_iter()
        .find(|info| info.name == cx.below)
        && !info.actions.is_empty()
    {
        section(
            cx,
            info.name,
            (info.title)(cx.lang),
            &info.actions,
            &mut lines,
        );
    }
    let everywhere = words::everywhere(cx.lang);
    section(
        cx,
        "global",
        &everywhere,
        &global::global_actions(),
        &mut lines,
    );
    let moves = words::moves(cx.lang);
    section(cx, "common", &moves, &global::common_actions(), &mut lines);
    lines.push(heading(&words::typing(cx.lang)));
    for words in [
        words::type_anywhere(cx.lang),
        words::filters(cx.lang),
        words::filter_names(cx.lang),
        words::paste_column(cx.lang),
        words::question_mark(cx.lang),
        words::slash(cx.lang),
        words::digits(cx.lang),
        words::masked(cx.lang),
    ] {
        lines.push(HelpLine {
            heading: false,
            keys: String::new(),
            words: words.into_owned(),
        });
    }
    lines
}

fn heading(words: &str) -> HelpLine {
    HelpLine {
        heading: true,
        keys: String::new(),
        words: words.to_owned(),
    }
}

fn section(
    cx: &Cx<'_>,
    name: &str,
    title: &str,
    actions: &[ActionHelp],
    lines: &mut Vec<HelpLine>,
) {
    lines.push(heading(title));
    lines.extend(actions.iter().map(|action| HelpLine {
        heading: false,
        keys: cx.keys(name, action.name),
        words: action.words(cx.lang).to_owned(),
    }));
}
