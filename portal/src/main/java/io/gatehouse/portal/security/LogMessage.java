package io.gatehouse.portal.security;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log line, on that one line whatever names and paths are in it. */
public final class LogMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return LoggedText.plain(super.convert(event));
    }
}
