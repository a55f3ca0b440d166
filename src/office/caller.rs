//! Who acts. A name that is given must be an operator's; without one the first operator acts, who
//! founded the office: a small counter has one, and needs no ceremony.

use crate::domain::{failure::Failure, operator::Operator};

pub(super) fn acting(operators: &[Operator], name: Option<&str>) -> Result<Operator, Failure> {
    let found = match name {
        Some(name) => operators.iter().find(|o| o.name == name.trim()),
        None => operators.first(),
    };
    found.cloned().ok_or_else(|| Failure::OperatorNotFound {
        name: name.map_or_else(String::new, crate::text::display::line),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ids::OperatorId, operator::Role};

    #[test]
    fn the_founder_acts_where_nobody_is_named() {
        let operators: Vec<Operator> = ["陈秀英", "黄伟文"]
            .iter()
            .enumerate()
            .map(|(n, name)| Operator {
                id: OperatorId(uuid::Uuid::from_u128(n as u128)),
                name: (*name).into(),
                role: Role::Clerk,
            })
            .collect();
        assert_eq!(acting(&operators, None).unwrap().name, "陈秀英");
        assert_eq!(acting(&operators, Some(" 黄伟文 ")).unwrap().name, "黄伟文");
        assert!(matches!(
            acting(&operators, Some("李明")),
            Err(Failure::OperatorNotFound { .. })
        ));
    }
}
