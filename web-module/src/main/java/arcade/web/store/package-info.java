/**
 * What all pages of a store share: which store a request is for, the frame around a page, how long it may be cached, the visit
 * (a session of ids), the files beside the pages, and the pages for what went wrong.
 */
package arcade.web.store;
