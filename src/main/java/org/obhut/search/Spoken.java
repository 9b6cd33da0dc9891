package org.obhut.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;

/** A text with the languages by which it is taken apart, whatever the writer of the index knows. */
final class Spoken extends Field {

    private final List<String> languages;

    Spoken(String name, String text, List<String> languages) {
        super(name, text, TextField.TYPE_STORED);
        this.languages = languages;
    }

    @Override
    public TokenStream tokenStream(Analyzer writers, TokenStream reuse) {
        return Words.in(languages).tokenStream(name(), stringValue());
    }
}
