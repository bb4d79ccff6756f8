/** What people are told of what concerns them: on their screens, and by mail if they want that. */
@NullMarked
package io.gatehouse.notices;

import org.jspecify.annotations.NullMarked;
