//! Who fits a course or vacancy, and who nearly does with what they lack (还差条件).

#[cfg(test)]
mod tests;
mod view;
mod words;

use crate::{
    domain::{
        fit::{OfferFit, PersonFit},
        offer::Enterprise,
        person::PersonSummary,
    },
    effect::{Ask, OfferCard, OfferDetail, Reply, WhoFits},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Nav, Screen, Step},
        screens::{Route, contact::ContactArgs, ledgers::About, offers, why::WhyArgs},
        widgets::List,
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// State.
pub(crate) struct Fitting {
    card: OfferCard,
    answer: Option<WhoFits>,
    /// Loading failed; the status line says why.
    failed: bool,
    list: List,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FittingMsg {
    Recommend,
    Contact,
    Why,
    Firm,
}

impl Screen for Fitting {
    type Args = Box<OfferCard>;
    type Msg = FittingMsg;
    const NAME: &'static str = "fitting";
    const ACTIONS: &'static [Action<FittingMsg>] = &[
        Action {
            name: "recommend",
            zh: "推荐，给选中的人",
            en: "Recommend, to the selected person",
            msg: || FittingMsg::Recommend,
        },
        Action {
            name: "why",
            zh: "依据，为什么合适、还差什么",
            en: "Why, the ground on which it fits or what is missing",
            msg: || FittingMsg::Why,
        },
        Action {
            name: "contact",
            zh: "记联系，与选中的人",
            en: "Log a contact, with the selected person",
            msg: || FittingMsg::Contact,
        },
        Action {
            name: "firm",
            zh: "记与企业的联系",
            en: "Log a contact with the firm",
            msg: || FittingMsg::Firm,
        },
    ];
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("谁合适", "Who fits")
    }

    fn open(card: Box<OfferCard>, _cx: &Cx<'_>) -> (Self, Step) {
        let step = Step::ask(Ask::WhoFits(card.offer));
        let screen = Self {
            card: *card,
            answer: None,
            failed: false,
            list: List::default(),
        };
        (screen, step)
    }

    fn update(&mut self, msg: FittingMsg, cx: &Cx<'_>) -> Step {
        if matches!(msg, FittingMsg::Firm) {
            return match self.firm() {
                Some(firm) => Step::open(Route::ContactForm(ContactArgs::Firm(firm))),
                None => Step::stay(),
            };
        }
        let Some((fit, person)) = self.selected() else {
            return Step::say(Notice::info(words::none_selected(cx.lang)));
        };
        match msg {
            FittingMsg::Why => Step::open(Route::Why(WhyArgs::of_offer(
                format!("{} · {}", people::named(cx.lang, person), self.card.title),
                fit.fit.clone(),
            ))),
            FittingMsg::Contact => contact(person, None),
            FittingMsg::Recommend | FittingMsg::Firm => contact(person, Some(self.offer(fit))),
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => match self.selected() {
                Some((_, person)) => Step::open(Route::Person(person.id)),
                None => Step::say(Notice::info(words::none_selected(cx.lang))),
            },
            other => {
                let len = self.people().len();
                self.list.shift(other, len, view::rows_shown(self, cx));
                Step::stay()
            }
        }
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::WhoFits(answer) => {
                let kept = self.selected().map(|(_, person)| person.id);
                self.failed = false;
                self.answer = Some(*answer);
                let place = self.people().iter().position(|(_, p)| Some(p.id) == kept);
                self.list.selected = place.unwrap_or(self.list.selected);
                self.list.clamp(self.people().len());
            }
            Reply::Failed(_) => self.failed = true,
            _ => {}
        }
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        Step::ask(Ask::WhoFits(self.card.offer))
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some(row) = view::row_at(self, cx, at) else {
            return Step::stay();
        };
        self.list.selected = row;
        if double {
            self.common(Common::Open, cx)
        } else {
            Step::stay()
        }
    }

    fn busy(&self) -> bool {
        self.answer.is_none() && !self.failed
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        let lang = cx.lang;
        if action == "firm" {
            return match self.answer.as_ref().map(|answer| &answer.offer) {
                Some(OfferDetail::Course(_)) => Some(words::firm_of_course(lang).into_owned()),
                _ if self.firm().is_none() => Some(words::firm_unknown(lang).into_owned()),
                _ => None,
            };
        }
        self.selected()
            .is_none()
            .then(|| words::none_selected(lang).into_owned())
    }

    fn about(&self, _lang: Lang) -> Option<About> {
        Some(offers::about(&self.card))
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl Fitting {
    fn people(&self) -> &[(PersonFit, PersonSummary)] {
        self.answer
            .as_ref()
            .map_or(&[], |answer| answer.people.as_slice())
    }

    fn selected(&self) -> Option<&(PersonFit, PersonSummary)> {
        self.people().get(self.list.selected)
    }

    /// The firm behind a vacancy, where it is on the books.
    fn firm(&self) -> Option<Enterprise> {
        match &self.answer.as_ref()?.offer {
            OfferDetail::Vacancy(vacancy) => Some(Enterprise {
                id: vacancy.enterprise?,
                name: vacancy.record.employer.clone(),
            }),
            OfferDetail::Course(_) => None,
        }
    }

    /// The offer as it stands to one person, for the form that recommends it.
    fn offer(&self, fit: &PersonFit) -> OfferFit {
        let card = &self.card;
        OfferFit {
            offer: card.offer,
            reference: card.reference.clone(),
            title: card.title.clone(),
            by: card.by.clone(),
            place: card.place.clone(),
            terms: card.terms.clone(),
            fit: fit.fit.clone(),
        }
    }
}

fn contact(person: &PersonSummary, offer: Option<OfferFit>) -> Step {
    Step::open(Route::ContactForm(ContactArgs::Person {
        person: Box::new(person.clone()),
        offer: offer.map(Box::new),
    }))
}
