package io.lancang.federation.operation.form;

import io.lancang.federation.FormLimits;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import io.lancang.federation.operation.form.Tokens.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds one document to the longest forms. Says nothing about whether it is GraphQL. Used once. */
public final class DocumentForm {
    private static final int SHOWN_CHARACTERS = 20;
    private static final String FRAGMENT = "fragment";

    /** More digits make an exponent that decimal numbers do not have. */
    private static final int EXPONENT_DIGITS = 9;

    private final String text;
    private final FormLimits limits;
    private final Tokens tokens;
    private final Deque<Level> open = new ArrayDeque<>();
    private @Nullable GraphQLError breach;
    private int count;
    private int operations;
    private int fragments;
    private boolean inDefinition;
    private boolean inFragment;

    private DocumentForm(String text, FormLimits limits) {
        this.text = text;
        this.limits = limits;
        tokens = new Tokens(text);
        open.push(new Level(Level.Kind.DOCUMENT));
    }

    /** The first part of a document that is longer than it may be, as an error; null if there is none. */
    public static @Nullable GraphQLError breach(String text, FormLimits limits) {
        return new DocumentForm(text, limits).scan();
    }

    private @Nullable GraphQLError scan() {
        for (Kind kind = tokens.next(); kind != Kind.END && breach == null; kind = tokens.next()) {
            count++;
            hold(count, limits.maxTokens(), "The document has", "tokens");
            beginDefinition();
            switch (kind) {
                case NAME -> {
                    holdLength(limits.maxNameLength(), "name");
                    value();
                }
                case NUMBER -> {
                    holdLength(limits.maxNumberLength(), "number");
                    holdExponent();
                    value();
                }
                case STRING -> {
                    holdLength(limits.maxStringLength(), "string");
                    value();
                }
                case PUNCTUATOR -> punctuator(tokens.first());
                case END -> throw new IllegalStateException("the end is no token");
            }
        }
        return breach;
    }

    private void punctuator(char punctuator) {
        Level level = level();
        switch (punctuator) {
            case '(', '[', '{' -> open(level, punctuator);
            case ')', ']', '}' -> {
                if (open.size() > 1) {
                    open.pop();
                }
            }
            case '@' -> hold(level.directive(), limits.maxDirectives(), "An element has", "directives");
            case ':' -> {
                switch (level.kind()) {
                    case ARGUMENTS ->
                        hold(level.entry(), limits.maxArguments(), "A field or directive has", "arguments");
                    case OBJECT -> hold(level.entry(), limits.maxListItems(), "An input object has", "fields");
                    default -> level.other();
                }
            }
            case '$' -> {
                if (level.kind() == Level.Kind.VARIABLES) {
                    hold(level.entry(), limits.maxVariables(), "An operation has", "variables");
                }
                level.other();
            }
            default -> level.other();
        }
    }

    private void open(Level level, char opening) {
        Level below = new Level(level.below(opening));
        if (opening != '(') {
            level.other();
        }
        if (level.kind() == Level.Kind.LIST) {
            item(level);
        }
        if (level.kind() == Level.Kind.DOCUMENT && opening == '{') {
            endHead();
        }
        open.push(below);
        hold(open.size() - 1, limits.maxNesting(), "The document nests", "brackets in each other");
    }

    private void value() {
        Level level = level();
        level.other();
        if (level.kind() == Level.Kind.LIST) {
            item(level);
        }
    }

    private void item(Level list) {
        hold(list.entry(), limits.maxListItems(), "A list has", "items");
    }

    private Level level() {
        return Objects.requireNonNull(open.peek());
    }

    /** What a definition is stands in its first token. */
    private void beginDefinition() {
        if (!inDefinition && open.size() == 1) {
            inDefinition = true;
            inFragment = text.substring(tokens.start(), Math.min(tokens.end(), tokens.start() + FRAGMENT.length() + 1))
                    .equals(FRAGMENT);
        }
    }

    private void endHead() {
        inDefinition = false;
        if (inFragment) {
            hold(++fragments, limits.maxFragments(), "The document has", "fragments");
        } else {
            hold(++operations, limits.maxOperations(), "The document has", "operations");
        }
    }

    private void hold(int found, int allowed, String whose, String what) {
        if (found > allowed && breach == null) {
            refuse(whose + " more than " + allowed + " " + what + ". Send values in variables, or split the document.");
        }
    }

    private void holdLength(int allowed, String what) {
        int length = tokens.end() - tokens.start();
        if (length > allowed && breach == null) {
            refuse("The " + what + " "
                    + text.substring(tokens.start(), tokens.start() + Math.min(length, SHOWN_CHARACTERS)) + "… has "
                    + length + " characters; " + allowed
                    + " are allowed. Use a shorter one, or send it in a variable.");
        }
    }

    private void holdExponent() {
        int digits = 0;
        for (int at = tokens.end() - 1; at > tokens.start() && Character.isDigit(text.charAt(at)); at--) {
            digits++;
        }
        int before = tokens.end() - digits - 1;
        boolean signed = before > tokens.start() && (text.charAt(before) == '+' || text.charAt(before) == '-');
        char mark = text.charAt(Math.max(tokens.start(), signed ? before - 1 : before));
        if ((mark == 'e' || mark == 'E') && digits > EXPONENT_DIGITS && breach == null) {
            refuse("The number "
                    + text.substring(tokens.start(), Math.min(tokens.end(), tokens.start() + SHOWN_CHARACTERS))
                    + " has an exponent of " + digits + " digits; " + EXPONENT_DIGITS
                    + " are allowed. Use a smaller one.");
        }
    }

    private void refuse(String message) {
        int line = 1;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < tokens.start(); at = text.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
        breach = GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, message)
                .at(new SourceLocation(line, tokens.start() - lineStart + 1));
    }
}
