package io.gatehouse.portal.ui;

/**
 * What most people come to a screen for, where it lies behind everything else for those who work with the keyboard.
 *
 * @param words of the link that skips to it
 * @param part id of where that leads
 */
public record Shortcut(String words, String part) {}
