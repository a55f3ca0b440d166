//! Who works here.

use super::{Moment, Office, rights::Deed};
use crate::domain::{
    failure::Failure,
    operator::{Operator, Role},
};

impl Office {
    /// All operators; the first founded the office.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn operators(&self) -> Result<Vec<Operator>, Failure> {
        self.require(Deed::ListOperators)?;
        self.desk().operators()
    }

    /// Adds an operator. Names tell operators apart, so one name is one operator.
    ///
    /// # Errors
    /// Rights; [`Failure::OperatorExists`].
    pub fn add_operator(
        &self,
        moment: &Moment,
        name: &str,
        role: Role,
    ) -> Result<Operator, Failure> {
        self.require(Deed::Operators)?;
        let name = crate::text::fold::squeeze(name);
        if name.is_empty() {
            return Err(Failure::InvalidValue {
                field: "NAME".to_owned(),
                value: String::new(),
            });
        }
        let mut store = self.desk();
        if store.operator_by_name(&name)?.is_some() {
            return Err(Failure::OperatorExists { name });
        }
        store.add_operator(&self.act(moment), &name, role)
    }
}
