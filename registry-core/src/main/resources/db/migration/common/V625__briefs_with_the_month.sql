-- Briefs say by now what a month is worth after running it. Those of before do not, so their evaluations are read whole.
update evaluation set brief = null;
