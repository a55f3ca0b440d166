//! The ground on which a person was found.

use super::{People, Rows, words};
use crate::{
    domain::person::PersonSummary,
    ui::{
        cx::Cx,
        screens::why::{Fact, WhyArgs},
        words::people as person_words,
    },
};

impl People {
    pub(super) fn why(&self, person: &PersonSummary, cx: &Cx<'_>) -> WhyArgs {
        let mut facts = Vec::new();
        if let Rows::Found { found, .. } = &self.rows
            && let Some(found) = found.get(self.list.selected)
        {
            for matched in &found.hit.matched {
                facts.push(Fact {
                    what: person_words::ground(cx.lang, matched),
                    says: words::typed(cx.lang, &self.input.shown()).into_owned(),
                });
            }
        }
        WhyArgs::of_facts(person_words::named(cx.lang, person), facts)
    }
}
