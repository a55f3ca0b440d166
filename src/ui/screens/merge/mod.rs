//! Merging two records of one person (合并档案): the other record is chosen, the fields that
//! contradict are settled one by one, and one undo gives both back.

mod words;

use crate::{
    domain::{
        ids::PersonId,
        person::{Person, PersonField, PersonSummary},
    },
    effect::{Ask, Receipt, Reply},
    text::{Lang, fold::half_width},
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens::register::seen::{differing, table},
        widgets::{Input, Line, List, put, rule_titled, window},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// People found for what was typed.
const LIMIT: usize = 30;

/// State.
pub(crate) struct Merge {
    keep: Box<PersonSummary>,
    record: Option<Person>,
    input: Input,
    /// Records that may be the same person, or those that the typed words mean.
    rows: Vec<(PersonSummary, String)>,
    list: List,
    other: Option<Other>,
    saving: bool,
}

/// The record that is to be merged in.
struct Other {
    summary: PersonSummary,
    person: Option<Person>,
    /// Fields that contradict, and whether the other record is right.
    fields: Vec<(PersonField, bool)>,
    list: List,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum MergeMsg {
    Save,
}

impl Screen for Merge {
    type Args = Box<PersonSummary>;
    type Msg = MergeMsg;
    const NAME: &'static str = "merge";
    const ACTIONS: &'static [Action<MergeMsg>] = &[Action {
        name: "save",
        zh: "合并，两份档案并成一份",
        en: "Merge, two records become one",
        msg: || MergeMsg::Save,
    }];

    fn title(lang: Lang) -> &'static str {
        lang.pick("合并档案", "Merge")
    }

    fn open(keep: Box<PersonSummary>, _cx: &Cx<'_>) -> (Self, Step) {
        let step = Step::ask(Ask::RefreshPerson(keep.id));
        let screen = Self {
            keep,
            record: None,
            input: Input::default(),
            rows: Vec::new(),
            list: List::default(),
            other: None,
            saving: false,
        };
        (screen, step)
    }

    fn update(&mut self, MergeMsg::Save: MergeMsg, cx: &Cx<'_>) -> Step {
        let Some(other) = self.other.as_ref().filter(|other| other.person.is_some()) else {
            return Step::say(Notice::info(words::choose_first(cx.lang)));
        };
        self.saving = true;
        let taken = other.fields.iter().filter(|(_, marked)| *marked);
        Step::ask(Ask::MergePeople {
            keep: self.keep.id,
            gone: other.summary.id,
            taken: taken.map(|(field, _)| *field).collect(),
        })
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let page = usize::from(cx.body.1.saturating_sub(4));
        if let Some(other) = &mut self.other {
            match common {
                Common::Back => self.other = None,
                Common::Open => {
                    return Step::say(Notice::info(words::keys(
                        cx.lang,
                        &cx.key(Self::NAME, "save"),
                    )));
                }
                other_move => {
                    other.list.shift(other_move, other.fields.len(), page);
                }
            }
            return Step::stay();
        }
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => self.choose(cx),
            other => {
                self.list.shift(other, self.rows.len(), page);
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        if let Some(other) = &mut self.other {
            if let Edit::Insert(c) = edit
                && half_width(c) == ' '
                && let Some((_, marked)) = other.fields.get_mut(other.list.selected)
            {
                *marked = !*marked;
                other.list.shift(Common::Down, other.fields.len(), 1);
            }
            return Some(Step::stay());
        }
        if !self.input.edit(&edit) {
            return Some(Step::stay());
        }
        self.list = List::default();
        Some(self.look())
    }

    fn reply(&mut self, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Person(file) if file.person.id == self.keep.id => {
                let first = self.record.is_none();
                self.record = Some(file.person);
                if first {
                    return self.look();
                }
            }
            Reply::Person(file) => {
                if let (Some(other), Some(keep)) = (&mut self.other, &self.record) {
                    other.fields = differing(&keep.record, &file.person.record)
                        .into_iter()
                        .filter(|(_, missing)| !missing)
                        .collect();
                    other.person = Some(file.person);
                }
            }
            Reply::Candidates(found) => {
                self.rows = found
                    .into_iter()
                    .map(|c| {
                        let grounds: Vec<&str> =
                            c.grounds.iter().map(|g| g.label(cx.lang)).collect();
                        (c.summary, grounds.join(cx.lang.comma()))
                    })
                    .collect();
            }
            Reply::Found { found, .. } => {
                let others = found
                    .into_iter()
                    .map(|f| f.summary)
                    .filter(|s| s.id != self.keep.id);
                self.rows = others.map(|s| (s, String::new())).collect();
            }
            Reply::Done(Receipt::Merged(_)) => return Step::go(Nav::Done),
            Reply::Failed(_) => self.saving = false,
            _ => {}
        }
        self.list.clamp(self.rows.len());
        Step::stay()
    }

    fn focus(&self) -> Focus {
        if self.other.is_some() {
            Focus::Choice
        } else {
            Focus::Text {
                empty: self.input.is_empty(),
            }
        }
    }

    fn busy(&self) -> bool {
        self.saving
            || self
                .other
                .as_ref()
                .is_some_and(|other| other.person.is_none())
    }

    fn person(&self) -> Option<PersonId> {
        Some(self.keep.id)
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = cx.lang;
        let line = |at: u16| Rect {
            y: area.y + at,
            height: u16::from(at < area.height),
            ..area
        };
        let title = words::rule(lang, &people::named(lang, &self.keep));
        rule_titled(buf, line(0), &title, true, cx.theme);
        if let Some(other) = &self.other {
            self.draw_other(other, cx, area, buf);
            return None;
        }
        put(
            buf,
            line(1),
            &format!(" {}", words::hint(lang)),
            cx.theme.dim,
        );
        let label = format!(" {} ", words::find(lang));
        put(buf, line(2), &label, cx.theme.title);
        let offset = u16::try_from(crate::text::width::cells(&label)).unwrap_or(0);
        let field = Rect {
            x: area.x + offset,
            width: area.width.saturating_sub(offset + 1),
            ..line(2)
        };
        let caret = self.input.draw(field, buf, cx.theme);
        if self.rows.is_empty() {
            put(
                buf,
                line(4),
                &format!("  {}", words::nobody(lang)),
                cx.theme.dim,
            );
        }
        let height = usize::from(area.height.saturating_sub(4));
        for (at, row) in (4u16..).zip(window(self.rows.len(), self.list.selected, height)) {
            let (summary, grounds) = &self.rows[row];
            let selected = row == self.list.selected;
            let style = if selected {
                cx.theme.selected
            } else {
                cx.theme.text
            };
            buf.set_style(line(at), style);
            let place = format!("{}{}", summary.town, summary.village);
            Line::new(buf, line(at))
                .text(if selected { "> " } else { "  " }, style)
                .column(&people::named(lang, summary), 26, style)
                .column(&summary.reference, 9, style)
                .column(&summary.phone_masked, 11, style)
                .text(if grounds.is_empty() { &place } else { grounds }, style);
        }
        Some(caret)
    }
}

impl Merge {
    /// Looks for doubles, or for what was typed.
    fn look(&self) -> Step {
        let text = self.input.text().trim();
        match (&self.record, text) {
            (Some(person), "") => Step::ask(Ask::Candidates {
                record: Box::new(person.record.clone()),
                except: Some(person.id),
            }),
            (_, "") => Step::stay(),
            (_, text) => Step::ask(Ask::Search {
                text: text.to_owned(),
                limit: LIMIT,
            }),
        }
    }

    fn choose(&mut self, cx: &Cx<'_>) -> Step {
        let Some((summary, _)) = self.rows.get(self.list.selected) else {
            return Step::say(Notice::info(words::choose_first(cx.lang)));
        };
        if !summary.id_masked.is_empty() && !self.keep.id_masked.is_empty() {
            return Step::say(Notice::warning(words::two_ids(cx.lang)));
        }
        let id = summary.id;
        self.other = Some(Other {
            summary: summary.clone(),
            person: None,
            fields: Vec::new(),
            list: List::default(),
        });
        Step::ask(Ask::RefreshPerson(id))
    }

    fn draw_other(&self, other: &Other, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        let lang = cx.lang;
        let (Some(keep), Some(gone)) = (&self.record, &other.person) else {
            return;
        };
        let line = |at: u16| Rect {
            y: area.y + at,
            height: u16::from(at < area.height),
            ..area
        };
        let who = people::named(lang, &other.summary);
        put(
            buf,
            line(1),
            &format!(" {}", words::conflicts(lang, &who)),
            cx.theme.text,
        );
        let missing = differing(&keep.record, &gone.record)
            .iter()
            .filter(|(_, missing)| *missing)
            .count();
        let told = if other.fields.is_empty() {
            words::no_conflict(lang)
        } else {
            "".into()
        };
        let filled = words::filled(lang, missing);
        put(buf, line(2), &format!(" {told} {filled}"), cx.theme.dim);
        let fields: Vec<(PersonField, Option<bool>)> = other
            .fields
            .iter()
            .map(|(field, marked)| (*field, Some(*marked)))
            .collect();
        let rows = Rect {
            y: area.y + 3,
            height: area.height.saturating_sub(4),
            ..area
        };
        let heads = (words::gone_column(lang), words::kept_column(lang));
        let sides = [
            (heads.0.as_ref(), &gone.record),
            (heads.1.as_ref(), &keep.record),
        ];
        table(cx, &fields, sides, Some(other.list.selected), rows, buf);
        let keys = words::keys(lang, &cx.key(Self::NAME, "save"));
        put(
            buf,
            line(area.height.saturating_sub(1)),
            &format!(" {keys}"),
            cx.theme.dim,
        );
    }
}
