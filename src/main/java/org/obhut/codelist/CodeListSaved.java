package org.obhut.codelist;

/** A list has a new version. */
record CodeListSaved(CodeLists.Name list) {}
