//! The ground on which a person was found.

use super::{People, Rows, words};
use crate::{
    domain::{
        fit::{Fit, FitLevel, FitReason, Verdict},
        person::PersonSummary,
    },
    ui::{cx::Cx, screens::why::WhyArgs, words::people as person_words},
};

impl People {
    pub(super) fn why(&self, person: &PersonSummary, cx: &Cx<'_>) -> WhyArgs {
        let mut reasons = Vec::new();
        if let Rows::Found { found, .. } = &self.rows
            && let Some(found) = found.get(self.list.selected)
        {
            for matched in &found.hit.matched {
                reasons.push(FitReason {
                    verdict: Verdict::Met,
                    what: person_words::ground(cx.lang, matched),
                    because: words::typed(cx.lang, &self.input.shown()).into_owned(),
                    rule: None,
                    ask: None,
                    soft: false,
                    sensitive: false,
                });
            }
        }
        WhyArgs {
            title: person_words::named(cx.lang, person),
            fit: Fit {
                level: FitLevel::Yes,
                score: 0,
                reasons,
                not_checked: Vec::new(),
            },
            with_level: false,
        }
    }
}
