//! How near two occupations are to each other.

use crate::matching::occupation::Understood;

/// How an offer's work bears on a wish; the order is that of nearness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Said not to be wished for.
    Refused,
    /// Nothing in common.
    None,
    /// The same field of work.
    Field,
    /// The same occupation.
    Occupation,
    /// The very work.
    Same,
}

/// Two occupations: the same work, the same occupation, the same group of the classification.
pub(super) fn related(wish: &Understood, offer: &Understood) -> Relation {
    if wish.code == offer.code {
        let same = wish.worktype == offer.worktype || wish.by == offer.by;
        return if same {
            Relation::Same
        } else {
            Relation::Occupation
        };
    }
    let group = |code: &str| code.rsplit_once('-').map(|(g, _)| g.to_owned());
    if group(&wish.code) == group(&offer.code) {
        Relation::Field
    } else {
        Relation::None
    }
}
