//! Courses (培训班) and vacancies (岗位): one list in two kinds.
//!
//! Typing finds people here as everywhere; the filter has the focus only after its own key.

mod kinds;
#[cfg(test)]
pub(crate) mod tests;
mod view;
mod words;

use crate::{
    domain::{
        fit::{FitReason, Verdict},
        ledger::Link,
        offer::{OfferId, OfferKind},
    },
    effect::{Ask, OfferCard, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens::{Route, ledgers::About, why::WhyArgs},
        widgets::{Input, List},
    },
};
pub(crate) use kinds::{CourseKind, Kind, VacancyKind};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use std::marker::PhantomData;

/// The list of courses.
pub(crate) type Courses = Offers<CourseKind>;
/// The list of vacancies.
pub(crate) type Vacancies = Offers<VacancyKind>;

/// State.
pub(crate) struct Offers<K> {
    filter: Input,
    in_filter: bool,
    /// `None` until the first answer.
    cards: Option<Vec<OfferCard>>,
    list: List,
    awaiting: bool,
    kind: PhantomData<K>,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OffersMsg {
    Filter,
    Why,
}

impl<K: Kind> Screen for Offers<K> {
    type Args = ();
    type Msg = OffersMsg;
    const NAME: &'static str = K::NAME;
    const ACTIONS: &'static [Action<OffersMsg>] = &[
        Action {
            name: "filter",
            zh: "筛选",
            en: "Filter",
            msg: || OffersMsg::Filter,
        },
        Action {
            name: "why",
            zh: "依据，为什么开放或截止",
            en: "Why, the ground on which it is open or closed",
            msg: || OffersMsg::Why,
        },
    ];

    fn title(lang: Lang) -> &'static str {
        K::title(lang)
    }

    fn open((): (), _cx: &Cx<'_>) -> (Self, Step) {
        let mut screen = Self {
            filter: Input::default(),
            in_filter: false,
            cards: None,
            list: List::default(),
            awaiting: false,
            kind: PhantomData,
        };
        let step = screen.ask();
        (screen, step)
    }

    fn update(&mut self, msg: OffersMsg, cx: &Cx<'_>) -> Step {
        match msg {
            OffersMsg::Filter => {
                self.in_filter = !self.in_filter;
                Step::stay()
            }
            OffersMsg::Why => match self.card() {
                Some(card) => Step::open(Route::Why(why(card, cx))),
                None => Step::say(Notice::info(words::none_selected(cx.lang))),
            },
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let len = self.cards().len();
        match common {
            // Esc leaves the filter first, and its words with it; a second one leaves the screen.
            Common::Back if self.in_filter || !self.filter.is_empty() => {
                self.in_filter = false;
                self.set_filter("")
            }
            Common::Back => Step::go(Nav::Back),
            Common::Open => match self.card() {
                Some(card) => Step::open(Route::Fitting(Box::new(card.clone()))),
                None => Step::say(Notice::info(words::none_selected(cx.lang))),
            },
            Common::Down if self.in_filter => {
                self.in_filter = false;
                Step::stay()
            }
            other => {
                self.list.shift(other, len, view::rows_shown(cx.body));
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        if !self.in_filter {
            return None;
        }
        let changed = self.filter.edit(&edit);
        Some(if changed {
            self.list.selected = 0;
            self.ask()
        } else {
            Step::stay()
        })
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::OfferList { text, cards } if text == self.filter.text().trim() => {
                let kept = self.card().map(|card| card.offer);
                self.awaiting = false;
                let place = cards.iter().position(|card| Some(card.offer) == kept);
                self.list.selected = place.unwrap_or(self.list.selected);
                self.list.clamp(cards.len());
                self.cards = Some(cards);
            }
            Reply::Failed(_) => {
                self.awaiting = false;
                self.cards.get_or_insert_default();
            }
            _ => {}
        }
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask()
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some(row) = view::row_at(self.cards().len(), self.list.selected, cx.body, at) else {
            return Step::stay();
        };
        self.list.selected = row;
        self.in_filter = false;
        if double {
            self.common(Common::Open, cx)
        } else {
            Step::stay()
        }
    }

    fn focus(&self) -> Focus {
        if self.in_filter {
            Focus::Text {
                empty: self.filter.is_empty(),
            }
        } else {
            Focus::List
        }
    }

    fn busy(&self) -> bool {
        self.awaiting
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        (action == "why" && self.card().is_none())
            .then(|| words::none_selected(cx.lang).into_owned())
    }

    fn about(&self, _lang: Lang) -> Option<About> {
        self.card().map(about)
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl<K: Kind> Offers<K> {
    fn ask(&mut self) -> Step {
        self.awaiting = true;
        Step::ask(Ask::OfferList {
            kind: K::KIND,
            text: self.filter.text().trim().to_owned(),
        })
    }

    fn set_filter(&mut self, text: &str) -> Step {
        if self.filter.text() == text {
            return Step::stay();
        }
        self.filter.set(text);
        self.ask()
    }

    fn cards(&self) -> &[OfferCard] {
        self.cards.as_deref().unwrap_or_default()
    }

    fn card(&self) -> Option<&OfferCard> {
        self.cards().get(self.list.selected)
    }
}

/// The record whose ledgers an offer leads to.
pub(crate) fn about(card: &OfferCard) -> About {
    let (link, uid) = match card.offer {
        OfferId::Course(id) => (Link::Course, id.0),
        OfferId::Vacancy(id) => (Link::Vacancy, id.0),
    };
    About {
        link,
        uid,
        name: card.title.clone(),
        reference: card.reference.clone(),
    }
}

/// Why an offer is called open, closed or not known.
fn why(card: &OfferCard, cx: &Cx<'_>) -> WhyArgs {
    let lang = cx.lang;
    let day = cx.today().to_string();
    let (verdict, what) = match card.open {
        Some(true) => (Verdict::Met, words::why_open(lang, &day)),
        Some(false) => (Verdict::Failed, words::why_closed(lang, &day)),
        None => (Verdict::Unknown, words::why_not_known(lang)),
    };
    let reason = FitReason {
        verdict,
        what: what.into_owned(),
        // Of a course the terms are its opening day; a vacancy's own dates are not in the line.
        because: match card.offer.kind() {
            OfferKind::Courses => card.terms.clone(),
            OfferKind::Vacancies => String::new(),
        },
        rule: None,
        ask: card
            .open
            .is_none()
            .then(|| words::ask_date(lang).into_owned()),
        soft: false,
        sensitive: false,
    };
    WhyArgs::of_reasons(card.title.clone(), vec![reason], Vec::new())
}
