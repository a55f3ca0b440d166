//! Operators (经办人) and their roles.

use super::{ids::OperatorId, labels::labels};

labels! {
    /// What an operator may do (`office` checks it, once).
    pub enum Role {
        Clerk = "clerk", ' ', "经办", "Clerk";
        Supervisor = "supervisor", ' ', "组长", "Supervisor";
        Admin = "admin", ' ', "系统管理员", "Administrator";
        Auditor = "auditor", ' ', "审计员", "Auditor";
    }
}

/// Somebody who works with the program under their own name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Identity.
    pub id: OperatorId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
}
