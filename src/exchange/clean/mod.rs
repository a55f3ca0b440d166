//! Cells made clean, with every repair named: text, names, id numbers, phones, dates.

mod amount;
mod date;
mod id_number;
mod name;
mod phone;
mod text;

pub(crate) use amount::{count, yuan};
pub(crate) use date::{date, moment};
pub(crate) use id_number::id_number;
pub(crate) use name::name;
pub(crate) use phone::phones;
pub(crate) use text::{
    as_written, block, escaped, exact, guarded, is_blank_mark, plain, text, unguarded,
};

use super::report::Fix;

/// Repairs of one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fixes(Vec<Fix>);

impl Fixes {
    /// Names a repair.
    pub(crate) fn add(&mut self, fix: Fix) {
        if !self.0.contains(&fix) {
            self.0.push(fix);
        }
    }

    /// Names a repair if it was made.
    pub(crate) fn add_if(&mut self, made: bool, fix: Fix) {
        if made {
            self.add(fix);
        }
    }

    /// Names the repairs of another cell as well.
    pub(crate) fn merge(&mut self, other: Self) {
        for fix in other.0 {
            self.add(fix);
        }
    }

    /// The repairs in the contract's order.
    pub(crate) fn sorted(mut self) -> Vec<Fix> {
        self.0.sort_unstable();
        self.0
    }
}
