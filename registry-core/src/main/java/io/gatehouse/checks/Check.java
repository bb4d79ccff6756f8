package io.gatehouse.checks;

/** Answers one question from what is judged: a pure function. */
interface Check {
    CheckResult answer(Judged judged);
}
