//! Recent people (最近的人): the files opened last, one key away.

mod words;

use crate::{
    domain::{ids::PersonId, person::PersonSummary},
    effect::{Ask, Reply},
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::{Action, Common, Nav, Screen, Step},
        screens::Route,
        widgets::{Line, List, popup, put, window},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// State.
pub(crate) struct Recent {
    /// Whose file is open now: not one to go back to.
    here: Option<PersonId>,
    people: Option<Vec<PersonSummary>>,
    list: List,
}

impl Screen for Recent {
    type Args = Option<PersonId>;
    type Msg = ();
    const NAME: &'static str = "recent";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("最近的人", "Recent people")
    }

    fn open(here: Option<PersonId>, _cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            here,
            people: None,
            list: List::default(),
        };
        (screen, Step::ask(Ask::Recent))
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let people = self.people.as_deref().unwrap_or_default();
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => match people.get(self.list.selected) {
                Some(person) => Step::go(Nav::Replace(Box::new(Route::Person(person.id)))),
                None => Step::go(Nav::Back),
            },
            other => {
                self.list
                    .shift(other, people.len(), usize::from(cx.body.1) / 2);
                Step::stay()
            }
        }
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Recent(mut people) => {
                people.retain(|person| Some(person.id) != self.here);
                self.people = Some(people);
            }
            _ => self.people = Some(Vec::new()),
        }
        Step::stay()
    }

    fn busy(&self) -> bool {
        self.people.is_none()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let people = self.people.as_deref().unwrap_or_default();
        let rows = u16::try_from(people.len().max(1) + 2).unwrap_or(u16::MAX);
        let size = (
            area.width.saturating_sub(10).min(76),
            rows.min(area.height - 2),
        );
        let inside = popup(area, size, Self::title(cx.lang), cx.theme, buf);
        if people.is_empty() {
            put(buf, inside, &words::none(cx.lang), cx.theme.text);
        }
        let longest = people
            .iter()
            .map(|person| width::cells(&people::named(cx.lang, person)))
            .max()
            .unwrap_or(0);
        // The sign, a village, a promise and what keeps them apart.
        let room = usize::from(inside.width).saturating_sub(2 + 12 + 1 + 16 + 1);
        let names = longest.clamp(20, room.max(20));
        let shown = window(people.len(), self.list.selected, usize::from(inside.height));
        for (index, row) in shown.enumerate() {
            let person = &people[row];
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
            let due = person
                .next_due
                .map(|due| people::promise(cx.lang, due, cx.today()))
                .unwrap_or_default();
            Line::new(buf, at)
                .text(if selected { "> " } else { "  " }, style)
                .column(&people::named_within(cx.lang, person, names), names, style)
                .column(
                    &person.village,
                    (room + 12).saturating_sub(names).min(18),
                    style,
                )
                .text(&due, style);
        }
        None
    }
}
