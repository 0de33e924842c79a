package io.lancang.explorer.assembly.docs;

/** A link of the documentation leads nowhere, or nothing leads to a page. The message names the page, the link and what is missing. */
public final class BrokenLinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLinkException(String message) {
        super(message);
    }
}
