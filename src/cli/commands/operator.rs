//! `operator`: add, list.

use super::{Answer, say_who_acts};
use crate::cli::{
    Session,
    grammar::{OperatorAddArgs, OperatorCommand},
    out::End,
    shapes::OperatorShape,
};

crate::messages! {
    added(name: &str, role: &str) { zh: "已新增经办人：{name}（{role}）", en: "Operator added: {name} ({role})" }
    name_head() { zh: "姓名", en: "Name" }
    role_head() { zh: "身份", en: "Role" }
}

pub(super) fn run(command: OperatorCommand, session: &mut Session<'_>) -> Answer {
    match command {
        OperatorCommand::Add(args) => add(&args, session),
        OperatorCommand::List(_) => list(session),
    }
}

fn add(args: &OperatorAddArgs, session: &mut Session<'_>) -> Answer {
    let office = session.open()?;
    say_who_acts(&office, session);
    let operator = office.add_operator(&session.clock.moment(), &args.name, args.role)?;
    if session.out.is_json() {
        session.out.json(&OperatorShape::from(&operator));
    } else {
        let lang = session.lang();
        let text = added(lang, &operator.name, operator.role.label(lang));
        session.out.line(&crate::text::display::line(&text));
    }
    Ok(End::Done)
}

fn list(session: &mut Session<'_>) -> Answer {
    let operators = session.open_to_read()?.operators()?;
    if session.out.is_json() {
        let shapes: Vec<OperatorShape> = operators.iter().map(OperatorShape::from).collect();
        session.out.json(&shapes);
        return Ok(End::Done);
    }
    let lang = session.lang();
    let head = [name_head(lang), role_head(lang)];
    let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let rows: Vec<Vec<String>> = operators
        .iter()
        .map(|o| vec![o.name.clone(), o.role.label(lang).to_owned()])
        .collect();
    session.out.table(&head, &rows);
    Ok(End::Done)
}
