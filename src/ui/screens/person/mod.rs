//! One person (人员档案): who it is, what was promised, what fits, what was said, what is recorded.

mod layout;
mod panes;
mod record;
mod view;
mod why;
mod words;

use crate::{
    domain::{
        contact::{Contact, ContactState},
        fit::OfferFit,
        ids::PersonId,
        ledger::Link,
    },
    effect::{Ask, PersonFile, PersonOffers, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Nav, Screen, Step},
        screens::{
            Route, contact::ContactArgs, history::HistoryArgs, ledgers::About,
            register::RegisterArgs,
        },
        widgets::List,
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// How long full numbers are seen.
const REVEAL_MS: u64 = 30_000;

/// Parts of the screen that take the focus in turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pane {
    Vacancies,
    Courses,
    Contacts,
    Record,
}

impl Pane {
    const ALL: [Self; 4] = [Self::Vacancies, Self::Courses, Self::Contacts, Self::Record];
}

/// Full numbers, and until when they are seen.
struct Revealed {
    id_number: String,
    phone: String,
    phone2: String,
    until_ms: u64,
}

/// State.
pub(crate) struct Person {
    id: PersonId,
    file: Option<PersonFile>,
    offers: Option<PersonOffers>,
    /// Loading failed; the status line says why.
    failed: bool,
    pane: Pane,
    lists: [List; 4],
    revealed: Option<Revealed>,
    /// The full numbers were asked for and are still wanted when they come.
    wants_numbers: bool,
    today: chrono::NaiveDate,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PersonMsg {
    Contact,
    Recommend,
    Enrol,
    Edit,
    History,
    Merge,
    Why,
    Reveal,
}

impl Screen for Person {
    type Args = PersonId;
    type Msg = PersonMsg;
    const NAME: &'static str = "person";
    const ACTIONS: &'static [Action<PersonMsg>] = &[
        Action {
            name: "contact",
            zh: "记联系",
            en: "Log a contact",
            msg: || PersonMsg::Contact,
        },
        Action {
            name: "recommend",
            zh: "推荐，选中的岗位或课程",
            en: "Recommend, the selected vacancy or course",
            msg: || PersonMsg::Recommend,
        },
        Action {
            name: "enrol",
            zh: "报名，最合适的培训班",
            en: "Enrol, in the course that fits best",
            msg: || PersonMsg::Enrol,
        },
        Action {
            name: "why",
            zh: "依据，这一行凭什么",
            en: "Why, what the selected row rests on",
            msg: || PersonMsg::Why,
        },
        Action {
            name: "edit",
            zh: "修改资料，迁出、死亡也在这里登记",
            en: "Edit the record, moving away and death too",
            msg: || PersonMsg::Edit,
        },
        Action {
            name: "history",
            zh: "修改历史，每一栏谁在什么时候改的",
            en: "History, who changed which field and when",
            msg: || PersonMsg::History,
        },
        Action {
            name: "merge",
            zh: "合并档案，同一个人的两份并成一份",
            en: "Merge, two records of one person become one",
            msg: || PersonMsg::Merge,
        },
        Action {
            name: "reveal",
            zh: "显示完整号码，30 秒，记入操作记录",
            en: "Show full numbers, for 30 seconds and journalled",
            msg: || PersonMsg::Reveal,
        },
    ];
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("人员档案", "Person")
    }

    fn open(id: PersonId, cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            id,
            file: None,
            offers: None,
            failed: false,
            pane: Pane::Vacancies,
            lists: [List::default(); 4],
            revealed: None,
            wants_numbers: false,
            today: cx.today(),
        };
        let step = Step::ask(Ask::OpenPerson(id)).and_ask(Ask::Offers(id));
        (screen, step)
    }

    fn update(&mut self, msg: PersonMsg, cx: &Cx<'_>) -> Step {
        match msg {
            PersonMsg::Contact => self.contact(None),
            PersonMsg::Recommend => match self.offer().cloned() {
                Some(offer) => self.contact(Some(offer)),
                None => Step::say(Notice::info(words::no_offer_selected(cx.lang))),
            },
            // Courses stand best first, wherever the selection is.
            PersonMsg::Enrol => match self.pane_offers(Pane::Courses).first().cloned() {
                Some(course) => self.contact(Some(course)),
                None => Step::say(Notice::info(words::no_offer_selected(cx.lang))),
            },
            PersonMsg::History => match &self.file {
                Some(file) => Step::open(Route::History(HistoryArgs {
                    person: self.id,
                    name: people::named(cx.lang, &file.summary),
                })),
                None => Step::stay(),
            },
            PersonMsg::Merge => match &self.file {
                Some(file) => Step::open(Route::Merge(Box::new(file.summary.clone()))),
                None => Step::stay(),
            },
            PersonMsg::Edit => Step::open(Route::Register(RegisterArgs::Edit(self.id))),
            PersonMsg::Why => {
                // The answer opens above: full numbers end before they could stand in it.
                self.covered();
                match why::of(self, cx) {
                    Some(why) => Step::open(Route::Why(why)),
                    None => Step::say(Notice::info(words::no_row_selected(cx.lang))),
                }
            }
            PersonMsg::Reveal if self.revealed.take().is_some() => Step::stay(),
            PersonMsg::Reveal => {
                self.wants_numbers = true;
                Step::ask(Ask::Reveal(self.id))
            }
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => match self.offer().cloned() {
                Some(offer) => self.contact(Some(offer)),
                None => Step::stay(),
            },
            Common::NextField | Common::PreviousField => {
                self.turn(common == Common::NextField);
                Step::stay()
            }
            other => {
                let len = self.rows(self.pane, cx);
                let page = layout::height(cx.body, self.pane);
                self.lists[self.pane as usize].shift(other, len, page);
                Step::stay()
            }
        }
    }

    fn reply(&mut self, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Person(file) => {
                self.file = Some(*file);
                self.failed = false;
            }
            Reply::Offers(offers) => {
                // A person with courses to offer and no vacancy starts on the courses.
                if self.offers.is_none()
                    && offers.vacancies.is_empty()
                    && !offers.courses.is_empty()
                {
                    self.pane = Pane::Courses;
                }
                self.offers = Some(*offers);
            }
            Reply::Revealed {
                person,
                id_number,
                phone,
                phone2,
            } if person == self.id && std::mem::take(&mut self.wants_numbers) => {
                self.revealed = Some(Revealed {
                    id_number,
                    phone,
                    phone2,
                    until_ms: cx.moment.ms + REVEAL_MS,
                });
                return Step::say(Notice::info(words::revealed(cx.lang)));
            }
            Reply::Failed(_) => self.failed = true,
            _ => {}
        }
        for pane in Pane::ALL {
            let len = self.rows(pane, cx);
            self.lists[pane as usize].clamp(len);
        }
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        Step::ask(Ask::RefreshPerson(self.id)).and_ask(Ask::Offers(self.id))
    }

    fn covered(&mut self) {
        self.revealed = None;
        self.wants_numbers = false;
    }

    fn person(&self) -> Option<PersonId> {
        Some(self.id)
    }

    fn about(&self, lang: Lang) -> Option<About> {
        let file = self.file.as_ref()?;
        Some(About {
            link: Link::Person,
            uid: self.id.0,
            name: people::named(lang, &file.summary),
            reference: file.person.record.reference.clone(),
        })
    }

    fn tick(&mut self, cx: &Cx<'_>) -> bool {
        self.today = cx.today();
        let over = self
            .revealed
            .as_ref()
            .is_some_and(|revealed| cx.moment.ms >= revealed.until_ms);
        if over {
            self.revealed = None;
        }
        over
    }

    fn busy(&self) -> bool {
        !self.failed && (self.file.is_none() || self.offers.is_none())
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        match action {
            "recommend" if self.offer().is_none() => {
                Some(words::no_offer_selected(cx.lang).into_owned())
            }
            "why" if why::of(self, cx).is_none() => {
                Some(words::no_row_selected(cx.lang).into_owned())
            }
            _ => None,
        }
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some((pane, row)) = view::row_at(self, cx, at) else {
            return Step::stay();
        };
        self.pane = pane;
        self.lists[pane as usize].selected = row;
        if double {
            self.common(Common::Open, cx)
        } else {
            Step::stay()
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl Person {
    fn contact(&self, offer: Option<OfferFit>) -> Step {
        match &self.file {
            Some(file) => Step::open(Route::ContactForm(ContactArgs::Person {
                person: Box::new(file.summary.clone()),
                offer: offer.map(Box::new),
            })),
            None => Step::stay(),
        }
    }

    fn turn(&mut self, forward: bool) {
        let count = Pane::ALL.len();
        let at = self.pane as usize + if forward { 1 } else { count - 1 };
        self.pane = Pane::ALL[at % count];
    }

    /// The offer under the selection.
    fn offer(&self) -> Option<&OfferFit> {
        let row = self.lists[self.pane as usize].selected;
        self.pane_offers(self.pane).get(row)
    }

    fn pane_offers(&self, pane: Pane) -> &[OfferFit] {
        match (&self.offers, pane) {
            (Some(offers), Pane::Vacancies) => &offers.vacancies,
            (Some(offers), Pane::Courses) => &offers.courses,
            _ => &[],
        }
    }

    /// Contacts that count: what was corrected or cancelled stays in the list, marked.
    fn valid_contacts(&self) -> usize {
        self.file.as_ref().map_or(0, |file| {
            let valid = |contact: &&Contact| contact.state == ContactState::Valid;
            file.contacts.iter().filter(valid).count()
        })
    }

    fn rows(&self, pane: Pane, cx: &Cx<'_>) -> usize {
        match pane {
            Pane::Vacancies | Pane::Courses => self.pane_offers(pane).len(),
            Pane::Contacts => self.file.as_ref().map_or(0, |file| file.contacts.len()),
            Pane::Record => record::record_lines(self, cx).len(),
        }
    }
}
