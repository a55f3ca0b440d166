//! The values offered for a filter while it is typed, each with how many people have it.

use crate::{
    domain::filter::{Facet, FilterField, Typing},
    effect::Ask,
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::Common,
        widgets::{Line, List, rule_titled, window},
        words::people as person_words,
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

crate::messages! {
    head(field: &str) { zh: "{field} 可选 · Tab 填入 · ↓ 挑选", en: "{field}: Tab fills in, Down chooses" }
}

/// Values shown at a time.
const SHOWN: u16 = 6;

/// The filter at the end of the box, and what is offered for it.
#[derive(Debug, Default)]
pub(super) struct Completing {
    typing: Option<Typing>,
    facets: Vec<Facet>,
    awaiting: bool,
    list: List,
    /// The arrow keys choose among the values.
    picking: bool,
}

impl Completing {
    /// Reads the box anew; says what is to be asked.
    pub(super) fn read(&mut self, text: &str) -> Option<Ask> {
        let typing = Typing::at_end(text).filter(|t| t.field != FilterField::Name);
        let same = match (&self.typing, &typing) {
            (Some(old), Some(new)) => (old.field, &old.rest) == (new.field, &new.rest),
            _ => false,
        };
        if !same {
            self.facets.clear();
        }
        self.picking = false;
        self.list = List::default();
        self.typing = typing;
        let ask = self.typing.as_ref().map(|typing| Ask::Facets {
            rest: typing.rest.clone(),
            field: typing.field,
            typed: typing.typed().to_owned(),
        });
        self.awaiting = ask.is_some();
        ask
    }

    /// Takes an answer; one for what is no longer typed is dropped.
    pub(super) fn take(&mut self, field: FilterField, typed: &str, facets: Vec<Facet>) {
        let wanted = |t: &&Typing| (t.field, t.typed()) == (field, typed);
        if self.typing.as_ref().filter(wanted).is_some() {
            self.awaiting = false;
            self.facets = facets;
            self.list.clamp(self.facets.len());
        }
    }

    /// An answer did not come.
    pub(super) fn give_up(&mut self) {
        self.awaiting = false;
    }

    pub(super) fn is_awaiting(&self) -> bool {
        self.awaiting
    }

    /// The filter has no value yet, and nothing else stands in the box.
    pub(super) fn is_all(&self) -> bool {
        let alone = |t: &&Typing| t.typed().is_empty() && t.rest.is_empty();
        self.typing.as_ref().filter(alone).is_some()
    }

    /// The typed value is the only one that is offered.
    fn is_settled(&self, typing: &Typing) -> bool {
        let same = |facet: &Facet| {
            [Lang::Zh, Lang::En]
                .iter()
                .any(|lang| facet.value.typed(*lang).trim_start_matches(':') == typing.typed())
        };
        matches!(&self.facets[..], [only] if same(only))
    }

    fn offered(&self) -> &[Facet] {
        match &self.typing {
            Some(typing) if !self.is_settled(typing) => &self.facets,
            _ => &[],
        }
    }

    /// Rows that it takes from the list below: a rule and the values.
    pub(super) fn height(&self) -> u16 {
        match u16::try_from(self.offered().len()).unwrap_or(SHOWN) {
            0 => 0,
            len => len.min(SHOWN) + 1,
        }
    }

    /// A move: what it means while values are offered. `None`: not for them.
    pub(super) fn shift(&mut self, common: Common, lang: Lang) -> Option<Picked> {
        let len = self.offered().len();
        if len == 0 {
            return None;
        }
        match common {
            Common::NextField => self.picked(lang),
            Common::Open if self.picking => self.picked(lang),
            Common::Back | Common::PreviousField if self.picking => {
                self.picking = false;
                Some(Picked::Moved)
            }
            // One value is filled in by Tab; the arrow goes to the people.
            Common::Down if !self.picking && len > 1 => {
                self.picking = true;
                Some(Picked::Moved)
            }
            Common::Down if self.picking && self.list.selected + 1 >= len => {
                self.picking = false;
                None
            }
            Common::Up if self.picking && self.list.selected == 0 => {
                self.picking = false;
                Some(Picked::Moved)
            }
            Common::Open | Common::Back => None,
            other if self.picking => {
                self.list.shift(other, len, usize::from(SHOWN));
                Some(Picked::Moved)
            }
            _ => None,
        }
    }

    /// The box with the chosen value in it.
    fn picked(&self, lang: Lang) -> Option<Picked> {
        let typing = self.typing.as_ref()?;
        let facet = self.offered().get(self.list.selected)?;
        let gap = if typing.rest.is_empty() { "" } else { " " };
        Some(Picked::Text(format!(
            "{}{gap}{}{} ",
            typing.rest,
            typing.name,
            facet.value.typed(lang)
        )))
    }

    pub(super) fn draw(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        let Some(typing) = self.typing.as_ref().filter(|_| area.height > 1) else {
            return;
        };
        let facets = self.offered();
        let title = head(cx.lang, typing.field.label(cx.lang));
        rule_titled(buf, area, &title, self.picking, cx.theme);
        let height = usize::from(area.height - 1);
        let labels = facets.iter().map(|f| width::cells(&f.value.label(cx.lang)));
        let widest = labels.max().unwrap_or(0).min(40);
        for (index, row) in window(facets.len(), self.list.selected, height).enumerate() {
            let at = Rect {
                y: area.y + 1 + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..area
            };
            let chosen = row == self.list.selected;
            let style = match (chosen, self.picking) {
                (true, true) => cx.theme.selected,
                (true, false) => cx.theme.selected_away,
                _ => cx.theme.text,
            };
            buf.set_style(at, style);
            let facet = &facets[row];
            Line::new(buf, at)
                .text(if chosen { " > " } else { "   " }, style)
                .column(&facet.value.label(cx.lang), widest, style)
                .text(" ", style)
                .text(&person_words::count(cx.lang, facet.people), style);
        }
    }
}

/// What a key did to the offered values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Picked {
    /// The choice moved.
    Moved,
    /// A value was chosen: what stands in the box now.
    Text(String),
}
