//! One function per thing a clerk can do: rights, then store, then index, then the reply. Both faces of the program call nothing else.
