//! What the screen may ask for and what may come back: plain data, all that `ui` and `runtime` share.
//!
//! Absent on purpose: how anything is done. Every value is `Debug + Clone + PartialEq`, so that a test can say
//! what a key press asks for.

mod ask;
mod reply;

pub use crate::domain::offer::OfferKind;
pub use ask::{Ask, Delivery, NewRecommendation};
pub use reply::{
    DueContact, EntryMeant, Found, OfferCard, OfferDetail, PersonFile, PersonOffers, Receipt,
    Reply, TodayBoard, WhoFits,
};

/// Number of an ask; its reply carries it back. Zero belongs to replies that nobody asked for
/// ([`Reply::Changed`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ticket(pub u64);
