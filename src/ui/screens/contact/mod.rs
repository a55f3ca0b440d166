//! The contact form (记联系): with whom, and the header that keeps the wrong person from getting
//! the note.

mod words;

use crate::{
    domain::{draft::Draft, fit::OfferFit, person::PersonSummary},
    text::Lang,
    ui::{
        cx::Cx,
        screen::{Action, Screen, Step},
        widgets::put,
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// With whom the contact is, and what it starts from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ContactArgs {
    /// A person, and what is recommended in it.
    Person {
        person: Box<PersonSummary>,
        offer: Option<Box<OfferFit>>,
    },
    /// A kept form is taken up again.
    Draft(Box<Draft>),
}

/// The form.
pub(crate) struct ContactForm {
    args: ContactArgs,
}

impl Screen for ContactForm {
    type Args = ContactArgs;
    type Msg = ();
    const NAME: &'static str = "contact";
    const ACTIONS: &'static [Action<()>] = &[];

    fn title(lang: Lang) -> &'static str {
        lang.pick("记联系", "Log a contact")
    }

    fn open(args: ContactArgs, _cx: &Cx<'_>) -> (Self, Step) {
        (Self { args }, Step::stay())
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let who = match &self.args {
            ContactArgs::Person { person, .. } => people::named(cx.lang, person),
            ContactArgs::Draft(draft) => draft.title.clone(),
        };
        put(buf, area, &words::with(cx.lang, &who), cx.theme.title);
        None
    }
}
