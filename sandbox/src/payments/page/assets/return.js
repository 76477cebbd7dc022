// Takes the payer back to the shop by itself; without JavaScript the button of the form does.
document.getElementById('back').submit();
