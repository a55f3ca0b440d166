//! The form of a ledger entry, made of its kind's fields in the order of the paper form.
//!
//! Text is read while it is typed: what is wrong with it stands beside it. A field that leads to a
//! record shows which one; Tab takes it.

mod draft;
mod fields;
mod save;
mod words;

use crate::{
    domain::{
        draft::Draft,
        failure::Failure,
        ids::{DraftId, EntryId},
        ledger::{Entry, Holds, Kind, Linked, Listed, Slot},
    },
    effect::{Ask, Reply},
    text::{Lang, width},
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        widgets::{Form, FormChange, put, rule_titled},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use std::collections::BTreeMap;

/// What is opened.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum EntryArgs {
    /// A new entry; some links are known already.
    New {
        kind: &'static Kind,
        preset: Vec<(Slot, Linked)>,
    },
    /// An entry that is there.
    Edit(Box<Listed>),
    /// A kept form is taken up again.
    Draft(Box<Draft>),
}

/// The form.
pub(crate) struct EntryForm {
    /// As it was opened; fields are read into it when it is saved.
    entry: Entry,
    is_new: bool,
    form: Form,
    /// What the links lead to, by place of the field.
    links: BTreeMap<usize, Linked>,
    /// What the words in the link field that has the focus may mean.
    choices: Vec<Linked>,
    draft: DraftId,
    touched: bool,
    saving: bool,
    failure: Option<Failure>,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum EntryMsg {
    Save,
    Drop,
}

impl Screen for EntryForm {
    type Args = EntryArgs;
    type Msg = EntryMsg;
    const NAME: &'static str = "entry";
    const ACTIONS: &'static [Action<EntryMsg>] = &[
        Action {
            name: "save",
            zh: "保存",
            en: "Save",
            msg: || EntryMsg::Save,
        },
        Action {
            name: "drop",
            zh: "不要了，删除填写和暂存的内容",
            en: "Drop it, what was typed and kept",
            msg: || EntryMsg::Drop,
        },
    ];

    fn title(lang: Lang) -> &'static str {
        lang.pick("登记台账", "Ledger entry")
    }

    fn open(args: EntryArgs, cx: &Cx<'_>) -> (Self, Step) {
        let form = match args {
            EntryArgs::New { kind, preset } => {
                let mut entry = Entry::blank(kind, EntryId(cx.fresh_id()));
                fields::propose(&mut entry, cx.today());
                let listed = Listed {
                    entry,
                    linked: preset,
                };
                fields::form(listed, true, cx)
            }
            EntryArgs::Edit(listed) => fields::form(*listed, false, cx),
            EntryArgs::Draft(draft) => draft::form(&draft, cx),
        };
        (form, Step::stay())
    }

    fn update(&mut self, msg: EntryMsg, cx: &Cx<'_>) -> Step {
        match msg {
            EntryMsg::Save => self.save(cx),
            EntryMsg::Drop => Step::go(Nav::Done)
                .and_ask(Ask::DropDraft(self.draft))
                .and_say(Notice::done(words::dropped(cx.lang))),
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back if self.touched => {
                Step::go(Nav::Back).and_say(Notice::info(words::kept(cx.lang)))
            }
            Common::Back => Step::go(Nav::Back),
            Common::Open => {
                self.take_first_choice(cx);
                let before = self.form.at;
                self.form.step(true);
                if self.form.at == before {
                    return self.save(cx);
                }
                self.entered()
            }
            Common::NextField | Common::Down => {
                self.take_first_choice(cx);
                self.form.shift(common);
                self.entered()
            }
            other => {
                self.form.shift(other);
                self.entered()
            }
        }
    }

    fn edit(&mut self, edit: Edit, cx: &Cx<'_>) -> Option<Step> {
        let at = self.form.at;
        if self.form.edit(&edit) == FormChange::None {
            return Some(Step::stay());
        }
        self.touched = true;
        self.failure = None;
        Some(self.typed(at, cx))
    }

    fn reply(&mut self, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::LinkChoices { text, choices } => {
                self.offer(&text, choices, cx);
                Step::stay()
            }
            Reply::Done(_) => Step::go(Nav::Done),
            Reply::Failed(failure) => {
                if self.saving {
                    self.failure = Some(failure);
                }
                self.saving = false;
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn focus(&self) -> Focus {
        if self.saving {
            Focus::Choice
        } else {
            self.form.focus()
        }
    }

    fn busy(&self) -> bool {
        self.saving
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        (action == "drop" && !self.touched).then(|| words::nothing_typed(cx.lang).into_owned())
    }

    fn draft(&self, cx: &Cx<'_>) -> Option<Draft> {
        (self.touched && !self.saving).then(|| draft::of(self, cx))
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = cx.lang;
        let line = |y: u16| Rect {
            y,
            height: 1,
            ..area
        };
        let kind = self.entry.kind.label(lang);
        let title = if self.is_new {
            words::new_of(lang, kind)
        } else {
            words::change_of(lang, kind, &self.entry.reference)
        };
        rule_titled(buf, line(area.y), &title, true, cx.theme);
        let hint = words::hint(lang, &cx.key(Self::NAME, "save"));
        put(buf, line(area.y + 1), &format!(" {hint}"), cx.theme.dim);
        let foot = self.foot(lang, usize::from(area.width.saturating_sub(2)));
        let rows = u16::try_from(foot.len()).unwrap_or(0);
        let body = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(2 + rows),
            ..area
        };
        let caret = self.form.view(cx, body, buf);
        for (index, text) in foot.iter().enumerate() {
            let y = body.bottom() + u16::try_from(index).unwrap_or(0);
            put(buf, line(y), &format!(" {text}"), cx.theme.bad);
        }
        caret
    }
}

impl EntryForm {
    fn kind(&self) -> &'static Kind {
        self.entry.kind
    }

    /// What went wrong when it was saved.
    fn foot(&self, lang: Lang, columns: usize) -> Vec<String> {
        let Some(failure) = &self.failure else {
            return Vec::new();
        };
        let said = failure.words(lang);
        let text = words::not_saved(lang, &said.what, &said.advice);
        width::wrap(&crate::text::display::line(&text), columns.max(20))
    }

    /// A field was typed in: it is read, and a link is looked up.
    fn typed(&mut self, at: usize, cx: &Cx<'_>) -> Step {
        let field = &self.kind().fields[at];
        if let Holds::Link(target) = field.holds {
            self.links.remove(&at);
            self.choices.clear();
            let text = self.form.fields[at].value().trim().to_owned();
            self.form.fields[at].remark = String::new();
            return if text.is_empty() {
                Step::stay()
            } else {
                Step::ask(Ask::LinkChoices { target, text })
            };
        }
        fields::remark(&mut self.form.fields[at], field.holds, cx);
        Step::stay()
    }

    /// The focus came to another field: what was offered there is offered anew.
    fn entered(&mut self) -> Step {
        self.choices.clear();
        let at = self.form.at;
        let (Holds::Link(target), None) = (self.kind().fields[at].holds, self.links.get(&at))
        else {
            return Step::stay();
        };
        let text = self.form.fields[at].value().trim().to_owned();
        if text.is_empty() {
            return Step::stay();
        }
        Step::ask(Ask::LinkChoices { target, text })
    }

    /// What the words may mean, unless they were changed meanwhile.
    fn offer(&mut self, text: &str, choices: Vec<Linked>, cx: &Cx<'_>) {
        let at = self.form.at;
        let Some(field) = self.form.fields.get_mut(at) else {
            return;
        };
        if field.value().trim() != text || self.links.contains_key(&at) {
            return;
        }
        field.remark = match choices.first() {
            None => words::no_choice(cx.lang).into_owned(),
            Some(first) => {
                let name = fields::shown(first);
                words::choice(cx.lang, &name, choices.len() - 1).into_owned()
            }
        };
        self.choices = choices;
    }

    /// Takes the first of what is offered for the focused link.
    fn take_first_choice(&mut self, cx: &Cx<'_>) {
        let at = self.form.at;
        if self.links.contains_key(&at) || self.choices.is_empty() {
            return;
        }
        let linked = self.choices.remove(0);
        self.choices.clear();
        if let Some(field) = self.form.fields.get_mut(at) {
            field.set(&fields::shown(&linked));
            field.remark = words::taken(cx.lang).into_owned();
        }
        self.links.insert(at, linked);
    }
}
