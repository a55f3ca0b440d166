//! Kept lists (常用名单): texts of the box under a name, one digit away.

mod words;

use crate::{
    domain::{ids::SavedViewId, saved_view::SavedView},
    effect::{Ask, Receipt, Reply},
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens::Route,
        widgets::{Line, List, Prompt, popup, put, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Characters of a name.
const NAME: usize = 30;

/// State.
pub(crate) struct Views {
    /// None until the answer came.
    views: Option<Vec<SavedView>>,
    list: List,
    naming: Option<Naming>,
    /// It was opened to keep a text, and closes when that is done.
    only_saving: bool,
}

/// A name is asked for: of a text, or of a view that has one.
struct Naming {
    renamed: Option<SavedViewId>,
    text: String,
    prompt: Prompt,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ViewsMsg {
    Rename,
    Drop,
}

impl Screen for Views {
    /// The text to keep, if one is to be kept.
    type Args = Option<String>;
    type Msg = ViewsMsg;
    const NAME: &'static str = "views";
    const ACTIONS: &'static [Action<ViewsMsg>] = &[
        Action {
            name: "rename",
            zh: "改名",
            en: "Rename",
            msg: || ViewsMsg::Rename,
        },
        Action {
            name: "drop",
            zh: "删除，可撤销",
            en: "Delete, can be undone",
            msg: || ViewsMsg::Drop,
        },
    ];
    const POPUP: bool = true;

    fn title(lang: Lang) -> &'static str {
        lang.pick("常用名单", "Kept lists")
    }

    fn open(text: Option<String>, cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            views: None,
            list: List::default(),
            only_saving: text.is_some(),
            naming: text.map(|text| Naming {
                renamed: None,
                prompt: Prompt::new(
                    cx,
                    words::naming(cx.lang),
                    vec![
                        words::what(cx.lang, &crate::domain::masking::ids(&text)).into_owned(),
                        words::give_name(cx.lang).into_owned(),
                    ],
                ),
                text,
            }),
        };
        (screen, Step::ask(Ask::Views))
    }

    fn update(&mut self, msg: ViewsMsg, cx: &Cx<'_>) -> Step {
        let Some(view) = self.selected().filter(|_| self.naming.is_none()).cloned() else {
            return Step::stay();
        };
        match msg {
            ViewsMsg::Drop => Step::ask(Ask::DropView(view)),
            ViewsMsg::Rename => {
                let lines = vec![words::old_name(cx.lang, &view.name).into_owned()];
                self.naming = Some(Naming {
                    renamed: Some(view.id),
                    text: view.text,
                    prompt: Prompt::new(cx, words::renaming(cx.lang), lines),
                });
                Step::stay()
            }
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        if self.naming.is_some() {
            return self.answer(common, cx);
        }
        let len = self.views.as_ref().map_or(0, Vec::len);
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => self.picked(self.list.selected),
            other => {
                self.list.shift(other, len, usize::from(cx.body.1) / 2);
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        if let Some(naming) = &mut self.naming {
            naming.prompt.edit(&edit);
            return Some(Step::stay());
        }
        let digit = match edit {
            Edit::Insert(c) => crate::text::fold::half_width(c).to_digit(10),
            _ => None,
        };
        Some(match digit {
            Some(digit @ 1..) => self.picked(digit as usize - 1),
            _ => Step::stay(),
        })
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Views(views) => {
                self.list.clamp(views.len());
                self.views = Some(views);
                Step::stay()
            }
            Reply::Done(Receipt::ViewKept(_)) if self.only_saving => Step::go(Nav::Done),
            Reply::Done(_) => Step::ask(Ask::Views),
            _ => {
                self.views.get_or_insert_default();
                Step::stay()
            }
        }
    }

    fn focus(&self) -> Focus {
        match &self.naming {
            Some(naming) => naming.prompt.focus(),
            None => Focus::List,
        }
    }

    fn busy(&self) -> bool {
        self.views.is_none()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if let Some(naming) = &self.naming {
            return Some(naming.prompt.draw(cx, area, buf));
        }
        let views = self.views.as_deref().unwrap_or_default();
        let rows = u16::try_from(views.len().max(1) + 2).unwrap_or(u16::MAX);
        let size = (
            area.width.saturating_sub(6).min(90),
            rows.min(area.height.saturating_sub(2)),
        );
        let inside = popup(area, size, Self::title(cx.lang), cx.theme, buf);
        if views.is_empty() {
            let key = cx.key("people", "save_view");
            put(buf, inside, &words::none(cx.lang, &key), cx.theme.text);
        }
        let names = views.iter().map(|view| width::cells(&view.name));
        let names = names.max().unwrap_or(0).clamp(8, 28);
        let shown = window(views.len(), self.list.selected, usize::from(inside.height));
        for (index, row) in shown.enumerate() {
            let at = Rect {
                y: inside.y + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..inside
            };
            let selected = row == self.list.selected;
            let style = if selected {
                cx.theme.selected
            } else {
                cx.theme.text
            };
            buf.set_style(at, style);
            let digit = match row {
                0..=8 => (row + 1).to_string(),
                _ => String::new(),
            };
            Line::new(buf, at)
                .text(if selected { "> " } else { "  " }, style)
                .column(&digit, 1, style)
                .column(&views[row].name, names, style)
                .text(&crate::domain::masking::ids(&views[row].text), style);
        }
        None
    }
}

impl Views {
    fn selected(&self) -> Option<&SavedView> {
        self.views.as_ref()?.get(self.list.selected)
    }

    /// Opens the box with the text of a view.
    fn picked(&self, row: usize) -> Step {
        let view = self.views.as_ref().and_then(|views| views.get(row));
        match view {
            Some(view) => Step::go(Nav::Replace(Box::new(Route::People(view.text.clone())))),
            None => Step::stay(),
        }
    }

    fn answer(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let Some(naming) = &mut self.naming else {
            return Step::stay();
        };
        match (common, naming.prompt.answer(cx)) {
            (Common::Back, _) if self.only_saving => Step::go(Nav::Back),
            (Common::Back, _) => {
                self.naming = None;
                Step::stay()
            }
            (Common::Open, Some(name)) if name.is_empty() => {
                naming.prompt.remark(words::need_name(cx.lang));
                Step::stay()
            }
            (Common::Open, Some(name)) => {
                let name: String = name.chars().take(NAME).collect();
                let mut views = self.views.iter().flatten();
                // A second list of one name could not be told from the first.
                let same = views.find(|view| view.name == name).map(|view| view.id);
                let id = naming.renamed.or(same);
                let view = SavedView {
                    id: id.unwrap_or_else(|| SavedViewId(cx.fresh_id())),
                    name,
                    text: naming.text.clone(),
                };
                self.naming = None;
                Step::ask(Ask::KeepView(view))
            }
            _ => Step::stay(),
        }
    }
}
