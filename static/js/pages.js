// A survey with pages: for now the plain form.
