/** What keeps a shopper's browser safe: response headers, and proof that a form was sent by a page of ours. */
package arcade.web.security;
